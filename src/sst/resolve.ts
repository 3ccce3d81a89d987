import type { App } from './app.ts';
import type { Override, Region, Stage } from './deployment.ts';
import { type Variables, valueIn } from './variables.ts';
import { does, type Sst } from './versions.ts';

export type ResolvedStage =
  /** SST refuses an invalid one: it has characters that are not allowed in a stage. */
  | { readonly kind: 'valid' | 'invalid'; readonly stage: Stage }
  /** SST would stop and ask. */
  | { readonly kind: 'unknown'; readonly login: string | undefined };

/** Login names that SST does not make a stage of. */
const ASKED_FOR = new Set(['root', 'admin', 'prod', 'dev', 'production']);

interface StageSources {
  /** What the workflow gives to `sst --stage`, and what is exported as SST_STAGE. */
  readonly input?: string;
  /** Whether it was derived from the event, for `auto`. */
  readonly fromEvent?: boolean;
  /** SST_STAGE as the next step will see it, `.env` in the working directory included. */
  readonly variable?: string;
  /** The text of `.sst/stage` beside the config. */
  readonly personal?: string;
  /** The user that the job runs as. */
  readonly login?: string;
}

/** Determines the stage as SST 4.17.1 does (measured): the first source that is not empty decides, valid or not. */
export function resolveStage({ input, fromEvent, variable, personal, login }: StageSources): ResolvedStage {
  const guess = login?.toLowerCase().replaceAll(/[^a-z0-9-]/g, '') ?? '';
  const candidates = [
    { name: input, from: fromEvent ? 'event' : 'input' },
    { name: variable, from: 'SST_STAGE' },
    { name: personal?.trim(), from: '.sst/stage' },
    { name: ASKED_FOR.has(guess) ? '' : guess, from: 'login name' },
  ] as const;
  for (const { name, from } of candidates)
    if (name) return { kind: /[^a-zA-Z0-9-]/.test(name) ? 'invalid' : 'valid', stage: { name, from } };
  return { kind: 'unknown', login };
}

/** The variables of the credentials, in the order in which a person would look for them. */
const KEYS = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];

/**
 * Decides whose credentials SST uses, as its AWS provider does (4.17.1, measured): `providers.aws.profile`, unless
 * SST_AWS_NO_PROFILE is set to anything; AWS_PROFILE takes precedence over it, whatever else is set; without a profile
 * the keys in the environment. AWS_DEFAULT_PROFILE does not count.
 *
 * @param variables as they are when SST has read all of its .env files.
 * @returns undefined for the keys in the environment, if no file has overwritten them.
 */
export function credentialsOf(app: App | undefined, variables: Variables, sst: Sst): Override | undefined {
  const profile = valueIn(variables, 'SST_AWS_NO_PROFILE') ? undefined : app?.aws?.profile;
  const named = valueIn(variables, 'AWS_PROFILE');
  if (profile && !(named && does(sst, 'prefersAwsProfileToConfig'))) return { profile, by: 'config' };
  const variable = named ? 'AWS_PROFILE' : KEYS.find(name => variables.get(name)?.place);
  if (variable === undefined) return undefined;
  const { by = 'job', place } = variables.get(variable) ?? {};
  return { profile: named, variable, by: by === 'job' || by === 'step' ? 'AWS_PROFILE' : by, place };
}

/** What SST uses if nothing names a region. */
export const DEFAULT_REGION = 'us-east-1';

/**
 * Decides the region: `providers.aws.region`, AWS_REGION, AWS_DEFAULT_REGION, the region of the profile in the AWS
 * config file, us-east-1 (SST 4.17.1 with the AWS SDK for Go 1.27, measured).
 *
 * @param config its path, as a person sees it. @param ofProfile the region that the AWS config file gives the profile that SST uses.
 */
export function regionOf(
  app: App | undefined,
  config: string,
  variables: Variables,
  ofProfile: () => string | undefined,
): Region {
  if (app?.aws?.region) return { name: app.aws.region, from: 'sst.config.ts', place: { file: config } };
  const { value, by, place } =
    ['AWS_REGION', 'AWS_DEFAULT_REGION'].map(name => variables.get(name)).find(variable => variable?.value) ??
    {};
  if (value && by)
    return { name: value, from: by === 'step' ? 'aws-region' : by === 'job' ? 'environment' : by, place };
  const name = ofProfile();
  return name ? { name, from: 'AWS config file' } : { name: DEFAULT_REGION, from: 'default' };
}

/** Whether a request can be sent to a region of that name: it becomes a label of the host's name. */
export function isRegionName(name: string): boolean {
  return /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/.test(name);
}
