/** The log of one stage of the job: what it decided, and why. */
export interface Log {
  info(line: string): void;
  /** Shown only if the workflow runs with debug logging. */
  debug(line: string): void;
}

/** What the log needs of the runner. */
interface Printer extends Log {
  startGroup(title: string): void;
  endGroup(): void;
}

/** A stage's log: a group of its own. The groups are printed in the stages' order, whichever stage runs first. */
export interface Section extends Log {
  /** Nothing more will be written: the next section is printed. */
  end(): void;
  readonly ended: boolean;
}

/**
 * Opens one group per title, in the order given, although the stages run at the same time. The first section that has not
 * ended prints at once, so that long work shows what it waits for; the lines of later sections wait.
 */
export function openLog<const Titles extends readonly string[]>(
  printer: Printer,
  titles: Titles,
): { [Index in keyof Titles]: Section } {
  const groups = titles.map(title => new Group(printer, title));
  groups.forEach((group, index) => {
    group.next = groups[index + 1];
  });
  groups[0]?.begin();
  return groups as unknown as { [Index in keyof Titles]: Section };
}

class Group implements Section {
  readonly #printer: Printer;
  readonly #title: string;
  readonly #waiting: Array<() => void> = [];
  #opened = false;
  #turn = false;
  ended = false;
  next: Group | undefined;

  constructor(printer: Printer, title: string) {
    this.#printer = printer;
    this.#title = title;
  }

  info(line: string): void {
    this.#write(() => this.#printer.info(line));
  }

  debug(line: string): void {
    this.#write(() => this.#printer.debug(line));
  }

  end(): void {
    if (this.ended) return;
    this.ended = true;
    if (this.#turn) this.#close();
  }

  begin(): void {
    this.#turn = true;
    this.#print();
    if (this.ended) this.#close();
  }

  #write(print: () => void): void {
    if (this.ended) return;
    this.#waiting.push(print);
    if (this.#turn) this.#print();
  }

  // A group is opened by its first line: a stage without a line leaves no empty group.
  #print(): void {
    if (this.#waiting.length > 0 && !this.#opened) {
      this.#printer.startGroup(this.#title);
      this.#opened = true;
    }
    for (const print of this.#waiting.splice(0)) print();
  }

  #close(): void {
    if (this.#opened) this.#printer.endGroup();
    this.next?.begin();
  }
}
