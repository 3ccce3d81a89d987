import { parseArgs } from 'node:util';

/** The states of a bootstrap that `npm start` can show. */
const BOOTSTRAP_STATES = ['missing', 'outdated', 'broken', 'locked'] as const;
export type BootstrapState = (typeof BOOTSTRAP_STATES)[number];

/** The options of `npm start`. */
export interface StartOptions {
  /** The path of a user's own sst.config.ts. If it is undefined, the sample is used. */
  config: string | undefined;
  stage: string;
  region: string | undefined;
  bootstrap: string | undefined;
  profileGuard: string | undefined;
  role: string | undefined;
  /** How the account is bootstrapped; undefined: as SST leaves it. */
  bootstrapState: BootstrapState | undefined;
  /** A repository without an sst.config.ts. */
  noConfig: boolean;
  /** Whether to write the comment on the pull request, and to show it. */
  comment: boolean;
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
  /** The placeholder of the value in the help. */
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
  'bootstrap-state': {
    type: 'string',
    value: 'STATE',
    help: 'missing, outdated, broken, or locked by another deploy (default: ready)',
  },
  'no-config': { type: 'boolean', help: 'a repository without an sst.config.ts' },
  comment: { type: 'boolean', help: "a pull request's job, and the comment that it writes" },
  empty: { type: 'boolean', help: 'the same as --bootstrap-state missing' },
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

/** Reads the command line; throws an Error of one line if it is wrong. */
export function parseOptions(args: string[]): StartOptions {
  const { values } = parsed(args);
  choice('bootstrap', values.bootstrap, ['verify', 'ensure', 'skip']);
  choice('profile-guard', values['profile-guard'], ['fail', 'warn', 'neutralize', 'off']);
  const bootstrapState = choice('bootstrap-state', values['bootstrap-state'], BOOTSTRAP_STATES);
  const latency = Number(values.latency ?? 0);
  if (!(latency >= 0)) throw new Error(`--latency takes milliseconds, not '${values.latency}'`);
  const event = values.event ?? (values.comment ? 'pull_request' : 'push');
  if (event !== 'push' && event !== 'pull_request')
    throw new Error(`--event takes push or pull_request, not '${event}'`);
  return {
    config: values.config,
    stage: values.stage ?? 'production',
    region: values.region,
    bootstrap: values.bootstrap,
    profileGuard: values['profile-guard'],
    role: values.role,
    bootstrapState: bootstrapState ?? (values.empty ? 'missing' : undefined),
    noConfig: values['no-config'] ?? false,
    comment: values.comment ?? false,
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

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options: FLAGS, strict: true, allowPositionals: false });
  } catch (error) {
    const [said = ''] = (error as Error).message.split(/\.? To specify|\n/);
    throw new Error(
      `${said.replace(/\.$/, '')}. The options: ${Object.keys(FLAGS)
        .map(name => `--${name}`)
        .join(', ')}`,
    );
  }
}

/** The value, if it is one of those that the option takes. */
function choice<const Value extends string>(
  option: string,
  given: string | undefined,
  values: readonly Value[],
): Value | undefined {
  const value = values.find(one => one === given);
  if (given !== undefined && value === undefined)
    throw new Error(`--${option} takes ${values.join(', ')}, not '${given}'`);
  return value;
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
