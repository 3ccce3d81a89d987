import type { Problem } from '../failure.ts';
import { quoted } from '../text.ts';

export interface BadInput {
  readonly input: string;
  /** Its value; undefined if printing it could show a secret. */
  readonly given?: string;
  /** What the input takes, as the end of a sentence: `a region such as us-east-1`. */
  readonly takes: string;
}

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

/** A variable of the job in which the AWS SDK or Node looks for an address. */
export const badAddress = (variable: string): Problem => ({
  title: `${variable} is not a valid URL`,
  what: `The environment variable \`${variable}\` is not an http or https URL. Its value is not shown, because it might contain a password.`,
  next: 'Correct it, or remove it, under `env:` of the job or in the environment of the runner.',
});

/** What inputs take, as the end of a sentence. */
export const TAKES = {
  existing: (kind: 'file' | 'folder') =>
    `the path of an existing ${kind}, relative to the workspace (check out the repository before this step)`,
  region: 'the name of an AWS region, such as us-east-1 or eu-west-1',
  regions:
    'names of AWS regions in the partition of aws-region, such as us-east-1, separated by commas or line breaks',
  stage: 'a stage of letters, digits and hyphens only, such as production or pr-42',
  newStageWithoutBootstrap: '`allow` together with `bootstrap: skip`, which checks nothing in the account',
  stageInstead: (why: string) => `the name of a stage here, because ${why}`,
  profile: "a profile's name without white space, square brackets and slashes",
  proxy: "a proxy's URL, such as http://proxy.example:3128",
  role: "a role's ARN, arn:aws:iam::<account, 12 digits>:role/<name>, or a role's name alone",
  sessionName: '2 to 64 letters, digits and characters of _+=,.@-',
  policies: 'one ARN of an IAM policy per line, such as arn:aws:iam::aws:policy/ReadOnlyAccess',
  accounts: 'account IDs of 12 digits, separated by commas',
  url: 'an http or https URL',
  secret: 'one value without white space inside',
  flag: 'true or false',
  oneOf: (values: readonly string[]) => `one of ${values.join(', ')}`,
  integer: (least: number, most: number) =>
    `a whole number ${least < 0 ? `up to ${most}` : `from ${least} to ${most}`}`,
  tags: {
    object: 'a JSON object, such as {"Team": "shop"}',
    atMost: (room: number, most: number) =>
      `at most ${room} tags, because a session can have ${most} including the job's own`,
    scalar: (key: string) => `a text, number or boolean for each key, but ${key} has another value`,
    length: (mostKey: number, mostValue: number, key: string) =>
      `keys of 1 to ${mostKey} characters with values of at most ${mostValue}, but ${key} is outside these limits`,
    characters: (key: string) =>
      `keys and values of letters, digits, spaces and _.:/=+-@ only, but ${key} has other characters`,
    other: (key: string) => `no keys of the job's own tags, such as ${key}`,
  },
} as const;
