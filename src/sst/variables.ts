import type { Place } from '../failure.ts';
import type { EnvFile } from './deployment.ts';

/** An environment variable as SST will see it. */
export interface Variable {
  readonly value: string;
  /** Who gives it the value: the job, this step (which exports it), or a file that SST reads. */
  readonly by: 'job' | 'step' | EnvFile;
  /** The line of the file. */
  readonly place?: Place;
}

export type Variables = ReadonlyMap<string, Variable>;

/** The job's variables as the next step will have them: this step's own, what it will export laid over them. */
export function nextStep(job: NodeJS.ProcessEnv, exported: NodeJS.ProcessEnv): Variables {
  const given = (values: NodeJS.ProcessEnv, by: Variable['by']) =>
    Object.entries(values).map(([name, value = '']): [string, Variable] => [name, { value, by }]);
  return new Map([...given(job, 'job'), ...given(exported, 'step')]);
}

/** What SST does with `.env`: sets the variables that are not there; one that is there and empty counts as there. */
export function fillGaps(variables: Variables, file: Variables): Variables {
  return new Map([...variables, ...file, ...variables]);
}

/** What SST does with `.env.<stage>`: sets all of its variables, over those that are there. */
export function layOver(variables: Variables, file: Variables): Variables {
  return new Map([...variables, ...file]);
}

/** The variable's value; an empty one counts as none, as SST and the AWS SDK take it. */
export function valueIn(variables: Variables, name: string): string | undefined {
  return variables.get(name)?.value || undefined;
}
