/** The log of one stage of the job: what it decided, and why. */
export interface Log {
  info(line: string): void;
  /** Shown only if the workflow runs with debug logging. */
  debug(line: string): void;
}

/** A stage's log: a group of its own. */
export interface Section extends Log {
  /** Nothing more will be written: the next section is printed. */
  end(): void;
  readonly ended: boolean;
}

/**
 * Opens one group per title, and prints the groups in the order given, although the stages run at the same time. The first
 * section that has not ended prints at once, so that long work shows what it waits for; the lines of later sections wait.
 */
export function openLog<const Titles extends readonly string[]>(
  printer: Log & { startGroup(title: string): void; endGroup(): void },
  titles: Titles,
) {
  const groups = titles.map(title => ({
    title,
    waiting: [] as Array<() => void>,
    opened: false,
    ended: false,
  }));
  let turn = 0;

  function print(): void {
    for (let group = groups[turn]; group; group = groups[++turn]) {
      // A group is opened by its first line: a stage without a line leaves no empty group.
      if (group.waiting.length > 0 && !group.opened) printer.startGroup(group.title);
      group.opened ||= group.waiting.length > 0;
      for (const line of group.waiting.splice(0)) line();
      if (!group.ended) return;
      if (group.opened) printer.endGroup();
    }
  }

  const sections = groups.map((group): Section => {
    const write = (line: () => void) => {
      if (!group.ended) group.waiting.push(line);
      print();
    };
    return {
      info: line => write(() => printer.info(line)),
      debug: line => write(() => printer.debug(line)),
      end() {
        group.ended = true;
        print();
      },
      get ended() {
        return group.ended;
      },
    };
  });
  return sections as unknown as { [Index in keyof Titles]: Section };
}
