import type { Place } from '../failure.ts';
import type { Dotenv } from './dotenv.ts';

/** A .env file that SST reads, as far as it is there. */
export interface DotenvFile {
  readonly which: '.env' | '.env.<stage>';
  /** The path as a person sees it. */
  readonly file: string;
  readonly content: Dotenv;
}

/** Who gave a variable the value that SST will see: the job, this step (which exports it), or a line of a file. */
export interface Origin {
  readonly by: 'job' | 'step' | DotenvFile['which'];
  readonly place?: Place;
}

export interface Variable {
  readonly value: string;
  readonly from: Origin;
}

/** Environment variables, each with the source of its value. */
export type Variables = ReadonlyMap<string, Variable>;

/** The job's variables as the next step will have them: this step's own, what it will export laid over them. */
export function nextStep(job: NodeJS.ProcessEnv, exported: Readonly<Record<string, string>>): Variables {
  const given = (values: NodeJS.ProcessEnv, by: 'job' | 'step') =>
    Object.entries(values).flatMap(
      ([name, value]): Array<[string, Variable]> =>
        value === undefined ? [] : [[name, { value, from: { by } }]],
    );
  return new Map([...given(job, 'job'), ...given(exported, 'step')]);
}

/** What SST does with `.env`: sets the variables that are not there; one that is there and empty counts as there. */
export function fillGaps(variables: Variables, file: DotenvFile | undefined): Variables {
  return new Map([...layOver(variables, file), ...variables]);
}

/** What SST does with `.env.<stage>`: sets all of its variables, over those that are there. */
export function layOver(variables: Variables, file: DotenvFile | undefined): Variables {
  if (file?.content.kind !== 'read') return variables;
  const { which, content } = file;
  const read = [...content.entries]
    // A value with a NUL cannot be set as a variable: SST's attempt fails, and is not looked at.
    .filter(([, { value }]) => !value.includes('\0'))
    .map(([name, { value, line }]): [string, Variable] => [
      name,
      { value, from: { by: which, place: { file: file.file, line } } },
    ]);
  return new Map([...variables, ...read]);
}

/** The variable's value; an empty one counts as none, as SST and the AWS SDK take it. */
export function valueIn(variables: Variables, name: string): string | undefined {
  return variables.get(name)?.value || undefined;
}
