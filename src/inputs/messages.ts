import type { Problem } from '../failure.ts';
import { quoted } from '../text.ts';

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
      `Input \`${input}\`${given === undefined ? '' : ` is ${quoted(given)}, which`} is not valid: it takes ${takes}.`,
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

/** What inputs take, as the end of a sentence. */
export const TAKES = {
  folder: 'the path of a folder, from the workspace; is the repository checked out before this step?',
  file: 'the path of a file, from the workspace; is the repository checked out before this step?',
  region: 'the name of an AWS region, such as us-east-1 or eu-west-1',
  regions:
    'names of AWS regions in the partition of aws-region, such as us-east-1, separated by commas or line breaks',
  stage: 'a stage as SST takes it: letters, digits and dashes only, such as production or pr-42',
  newStageWithoutBootstrap: '`allow` together with `bootstrap: skip`, which looks at nothing in the account',
  stageInstead: (why: string) => `the name of a stage here, because ${why}`,
  profile: "a profile's name without white space, square brackets and slashes",
  proxy: "a proxy's URL, such as http://proxy.example:3128",
  role: "a role's ARN, arn:aws:iam::<account, 12 digits>:role/<name>, or a role's name alone",
  sessionName: '2 to 64 characters out of letters, digits and _+=,.@-',
  policies: 'the ARN of an IAM policy a line, such as arn:aws:iam::aws:policy/ReadOnlyAccess',
  accounts: 'account ids of 12 digits, separated by commas',
  url: 'an http or https URL',
  secret: 'one value without white space inside',
  flag: 'true or false',
  oneOf: (values: readonly string[]) => `one of ${values.join(', ')}`,
  integer: (least: number, most: number) =>
    `a whole number ${least < 0 ? `up to ${most}` : `from ${least} to ${most}`}`,
  tags: {
    object: 'a JSON object, such as {"Team": "shop"}',
    atMost: (room: number, most: number) =>
      `at most ${room} tags, since a session can have ${most} with the job's own`,
    scalar: (key: string) => `a text, number or boolean for each key, and ${key} has something else`,
    keyLength: (most: number, key: string) => `keys of 1 to ${most} characters; ${key} is not`,
    valueLength: (most: number, key: string) =>
      `values of at most ${most} characters; that of ${key} is longer`,
    characters: (key: string) =>
      `keys and values of letters, digits, spaces and _.:/=+-@ only; ${key} has others`,
    other: (key: string) => `other keys than the job's own tags, and ${key} is one of those`,
  },
} as const;
