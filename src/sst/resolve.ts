import type { App } from './app.ts';
import type { Override, Region } from './deployment.ts';
import { type Variables, valueIn } from './variables.ts';
import { does, type Sst } from './versions.ts';

/** The variables of the credentials, in the order in which a person would look for them. */
const KEYS = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];

/**
 * Decides whose credentials SST uses, as its AWS provider does (4.17.1, measured): `providers.aws.profile`, unless
 * SST_AWS_NO_PROFILE is set to anything; AWS_PROFILE takes precedence over it, whatever else is set; without a profile
 * the keys in the environment. AWS_DEFAULT_PROFILE does not count.
 *
 * A further one is added here, in diagnostics.ts (what to say) and guard-messages.ts (the words), and in `Override` of
 * deployment.ts.
 *
 * @param variables as they are when SST has read all of its .env files.
 * @returns undefined for the keys in the environment, if no file has overwritten them.
 */
export function credentialsOf(app: App | undefined, variables: Variables, sst: Sst): Override | undefined {
  const profile = valueIn(variables, 'SST_AWS_NO_PROFILE') ? undefined : app?.aws?.profile;
  const named = valueIn(variables, 'AWS_PROFILE');
  if (profile && !(named && does(sst, 'prefersAwsProfile'))) return { profile, by: 'config' };
  const variable = named ? 'AWS_PROFILE' : KEYS.find(name => variables.get(name)?.from.place);
  const from = variable === undefined ? undefined : variables.get(variable)?.from;
  if (!from) return undefined;
  const by = from.by === 'job' || from.by === 'step' ? 'AWS_PROFILE' : from.by;
  return { profile: named, variable, by, place: from.place };
}

/** What SST uses if nothing names a region. */
export const DEFAULT_REGION = 'us-east-1';

/**
 * Decides the region: `providers.aws.region`, AWS_REGION, AWS_DEFAULT_REGION, the region of the profile in the AWS
 * config file, us-east-1 (SST 4.17.1 with the AWS SDK for Go 1.27, measured).
 *
 * @param config its path, as a person sees it. @param profile that SST uses; undefined for none.
 * @param ofProfile the region that the AWS config file gives a profile.
 */
export function regionOf(
  { app, config, variables }: { app: App | undefined; config: string; variables: Variables },
  profile: string | undefined,
  ofProfile: (profile: string) => string | undefined,
): Region {
  if (app?.aws?.region) return { name: app.aws.region, from: 'sst.config.ts', place: { file: config } };
  for (const variable of ['AWS_REGION', 'AWS_DEFAULT_REGION']) {
    const { value: name, from } = variables.get(variable) ?? {};
    if (!name || !from) continue;
    const { by, place } = from;
    return { name, from: by === 'step' ? 'aws-region' : by === 'job' ? 'environment' : by, place };
  }
  const name = ofProfile(profile ?? valueIn(variables, 'AWS_DEFAULT_PROFILE') ?? 'default');
  return name ? { name, from: 'AWS config file' } : { name: DEFAULT_REGION, from: 'default' };
}

/** Whether a request can be sent to a region of that name: it becomes a label of the host's name. */
export function isRegionName(name: string): boolean {
  return /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/.test(name);
}
