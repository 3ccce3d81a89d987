import { parseArgs } from 'node:util';

/** What `npm start` is told. */
export interface StartOptions {
  /** Somebody's own sst.config.ts; undefined: the sample. */
  config: string | undefined;
  stage: string;
  region: string | undefined;
  bootstrap: string | undefined;
  profileGuard: string | undefined;
  role: string | undefined;
  empty: boolean;
  latency: number;
  env: Record<string, string>;
  inputs: Record<string, string>;
  event: string;
  idToken: boolean;
  debug: boolean;
  help: boolean;
}

interface Flag {
  type: 'string' | 'boolean';
  multiple?: boolean;
  /** What stands for the value in the help. */
  value?: string;
  help: string;
}

const FLAGS = {
  config: { type: 'string', value: 'FILE', help: 'your own sst.config.ts instead of the sample project' },
  stage: { type: 'string', value: 'NAME', help: "the stage (production); '' leaves it to SST's guess" },
  region: {
    type: 'string',
    value: 'REGION',
    help: 'the input aws-region; without it, the region SST will use',
  },
  bootstrap: { type: 'string', value: 'MODE', help: 'verify, ensure (on an empty account) or skip' },
  'profile-guard': { type: 'string', value: 'MODE', help: 'fail, warn, neutralize or off' },
  role: { type: 'string', value: 'ARN', help: 'the role to assume; one that does not exist is refused' },
  empty: { type: 'boolean', help: 'an account that SST has never bootstrapped' },
  latency: { type: 'string', value: 'MS', help: 'what each answer of AWS and GitHub takes (0)' },
  env: {
    type: 'string',
    multiple: true,
    value: 'NAME=VALUE',
    help: "a variable of the job's environment; repeatable",
  },
  input: { type: 'string', multiple: true, value: 'name=value', help: 'any input of the action; repeatable' },
  event: { type: 'string', value: 'NAME', help: 'push or pull_request: what started the workflow (push)' },
  'no-id-token': { type: 'boolean', help: 'a job without the permission id-token: write' },
  debug: { type: 'boolean', help: 'debug logging, and the requests that AWS was sent' },
  help: { type: 'boolean', help: 'this list' },
} as const satisfies Record<string, Flag>;

/** Reads the command line; throws an Error of one line where it is wrong. */
export function parseOptions(args: string[]): StartOptions {
  const { values } = parseArgs({ args, options: FLAGS, strict: true, allowPositionals: false });
  const latency = Number(values.latency ?? 0);
  if (!(latency >= 0)) throw new Error(`--latency takes milliseconds, not '${values.latency}'`);
  const event = values.event ?? 'push';
  if (event !== 'push' && event !== 'pull_request')
    throw new Error(`--event takes push or pull_request, not '${event}'`);
  return {
    config: values.config,
    stage: values.stage ?? 'production',
    region: values.region,
    bootstrap: values.bootstrap,
    profileGuard: values['profile-guard'],
    role: values.role,
    empty: values.empty ?? false,
    latency,
    env: pairs('--env NAME=VALUE', values.env),
    inputs: pairs('--input name=value', values.input),
    event,
    idToken: !values['no-id-token'],
    debug: values.debug ?? false,
    help: values.help ?? false,
  };
}

function pairs(usage: string, values: string[] = []): Record<string, string> {
  return Object.fromEntries(
    values.map(value => {
      const equals = value.indexOf('=');
      if (equals < 1) throw new Error(`${usage}: '${value}' has no =`);
      return [value.slice(0, equals), value.slice(equals + 1)];
    }),
  );
}

/** The list that --help prints. */
export function helpText(): string {
  const lines = Object.entries<Flag>(FLAGS).map(
    ([name, { value, help }]) => `  ${`--${name}${value ? ` ${value}` : ''}`.padEnd(24)}${help}`,
  );
  return [
    'npm start -- [options]',
    '',
    'Runs the built action as a GitHub runner would, against an AWS and a GitHub on this machine, and shows',
    'what you would see of it. Nothing leaves the machine, and no credentials of yours are read.',
    '',
    ...lines,
    '',
  ].join('\n');
}
