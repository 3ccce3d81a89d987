/** The log of one stage of the job: what it decided, and why. */
export interface Log {
  info(line: string): void;
  /** Shown only if the workflow runs with debug logging. */
  debug(line: string): void;
}

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
  function print(): void {
    for (const group of groups) {
      for (const line of group.waiting.splice(0)) line();
      if (!group.ended) return;
    }
  }

  const groups = titles.map(title => {
    const write = (line: () => void) => {
      if (group.ended) return;
      // A group is opened by its first line: a stage without a line leaves no empty group.
      if (!group.opened) group.waiting.push(() => printer.startGroup(title));
      group.opened = true;
      group.waiting.push(line);
      print();
    };
    const group = {
      waiting: [] as Array<() => void>,
      opened: false,
      ended: false,
      info: (line: string) => write(() => printer.info(line)),
      debug: (line: string) => write(() => printer.debug(line)),
      end() {
        if (group.opened) write(printer.endGroup);
        group.ended = true;
        print();
      },
    };
    return group;
  });
  return groups as unknown as { [Index in keyof Titles]: Section };
}
