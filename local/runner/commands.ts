/** An error, warning or notice, as shown in the log and beside the code. */
export interface Annotation {
  level: 'error' | 'warning' | 'notice';
  message: string;
  title?: string;
  file?: string;
  line?: number;
  col?: number;
  endLine?: number;
  endColumn?: number;
}

export interface Mask {
  value: string;
  /** The position of the masking command in the standard output. */
  offset: number;
}

/** A command `::name key=value,key=value::data`. */
export interface Command {
  name: string;
  properties: Record<string, string>;
  data: string;
}

const NAMES = new Set([
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'warning',
]);

/** Parses a line as a workflow command, like the runner (ActionCommand.cs). Undefined if it is none. */
export function parseCommand(line: string): Command | undefined {
  const [, name = '', rest = '', data = ''] = /^\s*::([^\s:]+)(?: (.*?))?::(.*)$/s.exec(line) ?? [];
  if (!NAMES.has(name)) return undefined;
  const pairs = rest.split(',').flatMap(pair => {
    const equals = pair.indexOf('=');
    return equals > 0 ? [[pair.slice(0, equals).trim(), unescapeProperty(pair.slice(equals + 1))]] : [];
  });
  return { name, properties: Object.fromEntries(pairs), data: unescapeData(data) };
}

/** The percent sign is decoded last, because `%250A` would otherwise become a line break. */
function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapeProperty(text: string): string {
  return unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','));
}

const LABELS = { error: 'Error: ', warning: 'Warning: ', notice: 'Notice: ' };

/** Reads the output of an action, line by line. Commands are executed, and all other lines become the log. */
export class Output {
  /** Includes those of the earlier steps of the job. */
  masks: Mask[];
  annotations: Annotation[] = [];
  outputs: Record<string, string> = {};
  state: Record<string, string> = {};
  refused: string[] = [];
  #log: string[] = [];
  #debug: boolean;
  #inGroup = false;

  constructor(debug: boolean, masks: Mask[]) {
    this.#debug = debug;
    this.masks = [...masks];
  }

  /** The log as a person sees it. As on GitHub, a secret is `***` only after the line that masked it. */
  get log(): string {
    return this.#log.map(line => `${line}\n`).join('');
  }

  /** Adds a line that begins at this offset of its stream. */
  take(line: string, offset: number): void {
    const command = parseCommand(line);
    if (command) this.#carryOut(command, offset);
    else this.#print(line);
  }

  /** An annotation of the runner's own, or of a command. */
  annotate(annotation: Annotation): void {
    this.annotations.push(annotation);
    this.#print(`${LABELS[annotation.level]}${annotation.message}`);
  }

  /** The text as the runner shows it. */
  mask(text: string): string {
    // The longest secret first. Otherwise a secret that is part of another one would leave the rest of it readable.
    const values = this.masks.map(({ value }) => value).sort((a, b) => b.length - a.length);
    return values.reduce((masked, value) => masked.replaceAll(value, '***'), text);
  }

  #print(text: string): void {
    const indent = this.#inGroup ? '  ' : '';
    for (const line of this.mask(text).split('\n')) this.#log.push(`${indent}${line}`.trimEnd());
  }

  #carryOut({ name, properties, data }: Command, offset: number): void {
    switch (name) {
      case 'add-mask':
        this.#addMask(data, offset);
        return;
      case 'error':
      case 'warning':
      case 'notice':
        this.annotate({ level: name, message: data, ...place(properties) });
        return;
      case 'debug':
        if (this.#debug) this.#print(`##[debug]${data}`);
        return;
      case 'group':
        this.#inGroup = false;
        this.#print(`▸ ${data}`);
        this.#inGroup = true;
        return;
      case 'endgroup':
        this.#inGroup = false;
        return;
      case 'set-output':
        this.outputs[properties['name'] ?? ''] = data;
        return;
      case 'save-state':
        this.state[properties['name'] ?? ''] = data;
        return;
      case 'set-env':
      case 'add-path':
        this.refused.push(`The \`${name}\` command is disabled. Please upgrade to using Environment Files.`);
        return;
    }
  }

  /** If a secret has several lines, each line is masked, because the log is masked line by line. */
  #addMask(data: string, offset: number): void {
    if (data.trim() === '') {
      this.annotate({
        level: 'warning',
        message: "Can't add secret mask for empty string in ##[add-mask] command.",
      });
      return;
    }
    const lines = data.split(/\r?\n/).filter(line => line !== '');
    for (const value of new Set([data, ...lines])) this.masks.push({ value, offset });
  }
}

function place(properties: Record<string, string>): Partial<Annotation> {
  const number = (name: string) => (properties[name] === undefined ? undefined : Number(properties[name]));
  const all = {
    title: properties['title'],
    file: properties['file'],
    line: number('line'),
    col: number('col'),
    endLine: number('endLine'),
    endColumn: number('endColumn'),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
