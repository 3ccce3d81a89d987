import type { Dotenv } from './dotenv.ts';

/** A .env file that SST reads, as far as it is there. */
export interface DotenvFile {
  readonly which: '.env' | '.env.<stage>';
  /** Absolute. */
  readonly file: string;
  readonly content: Dotenv;
}

/** Who gave a variable the value that SST will see. */
export type Origin =
  | { readonly by: 'job' }
  /** This step exports it. */
  | { readonly by: 'step' }
  | { readonly by: DotenvFile['which']; readonly file: string; readonly line: number };

export interface Variable {
  readonly value: string;
  readonly from: Origin;
}

/** Environment variables, each with the source of its value. */
export type Variables = ReadonlyMap<string, Variable>;

/** The job's variables as the next step will have them: this step's own, what it will export laid over them. */
export function nextStep(job: NodeJS.ProcessEnv, exported: Readonly<Record<string, string>>): Variables {
  const variables = new Map<string, Variable>();
  for (const [name, value] of Object.entries(job)) {
    if (value !== undefined) variables.set(name, { value, from: { by: 'job' } });
  }
  for (const [name, value] of Object.entries(exported)) variables.set(name, { value, from: { by: 'step' } });
  return variables;
}

/** What SST does with `.env`: sets the variables that are not there; one that is there and empty counts as there. */
export function fillGaps(variables: Variables, file: DotenvFile | undefined): Variables {
  const read = entriesOf(file).filter(([name]) => !variables.has(name));
  return new Map([...variables, ...read]);
}

/** What SST does with `.env.<stage>`: sets all of its variables, over those that are there. */
export function layOver(variables: Variables, file: DotenvFile | undefined): Variables {
  return new Map([...variables, ...entriesOf(file)]);
}

function entriesOf(file: DotenvFile | undefined): Array<[string, Variable]> {
  if (file?.content.kind !== 'read') return [];
  return (
    [...file.content.entries]
      // A value with a NUL cannot be set as a variable: SST's attempt fails, and is not looked at.
      .filter(([, { value }]) => !value.includes('\0'))
      .map(([name, { value, line }]) => [name, { value, from: { by: file.which, file: file.file, line } }])
  );
}

/** The variable's value; an empty one counts as none, as SST and the AWS SDK take it. */
export function valueIn(variables: Variables, name: string): string | undefined {
  return variables.get(name)?.value || undefined;
}
