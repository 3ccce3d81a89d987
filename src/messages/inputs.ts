import type { Problem } from '../failure.ts';

/** One input that is not what it has to be: the name, what was given, what it takes. */
export interface BadInput {
  readonly input: string;
  /** What was given, or undefined where printing it could show a secret. */
  readonly given?: string;
  /** What the input takes, as the end of a sentence: `a region such as us-east-1`. */
  readonly takes: string;
}

/** All refused inputs as one problem: none is left for the next run to find. */
export function badInputs(inputs: readonly BadInput[]): Problem {
  const lines = inputs.map(
    ({ input, given, takes }) =>
      `Input \`${input}\`${given === undefined ? '' : ` is ${JSON.stringify(given)}, which`} is not valid: it takes ${takes}.`,
  );
  return {
    title:
      inputs.length === 1
        ? `Input ${inputs[0]?.input} is not valid`
        : `${inputs.length} inputs are not valid`,
    what: lines.join('\n'),
    next: 'Correct it under `with:` of this step.',
  };
}
