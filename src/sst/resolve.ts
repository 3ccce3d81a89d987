import type { App } from './app.ts';
import type { Override } from './deployment.ts';
import { type Origin, type Variables, valueIn } from './variables.ts';
import { does, type Sst } from './versions.ts';

/**
 * What SST will take its credentials from. A further one is added here, in `credentialsOf` and `placeOf`, in
 * diagnostics.ts (what to say) and guard-messages.ts (the words), and in `Override` of deployment.ts.
 */
export type CredentialSource =
  /** The keys in its environment: what this step exports, unless a file has overwritten them. */
  | { readonly kind: 'environment' }
  | { readonly kind: 'profile'; readonly profile: string; readonly by: 'config' }
  | { readonly kind: 'profile'; readonly profile: string; readonly by: 'AWS_PROFILE'; readonly from: Origin }
  | { readonly kind: 'keys'; readonly variable: string; readonly from: Origin };

/** The variables of the credentials, in the order in which a person would look for them. */
const KEYS = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'] as const;

/**
 * Decides whose credentials SST uses, as its AWS provider does (4.17.1, measured): `providers.aws.profile`, unless
 * SST_AWS_NO_PROFILE is set to anything; AWS_PROFILE takes precedence over it, whatever else is set; without a profile
 * the keys in the environment. AWS_DEFAULT_PROFILE does not count.
 *
 * @param variables as they are when SST has read all of its .env files.
 */
export function credentialsOf(app: App | undefined, variables: Variables, sst: Sst): CredentialSource {
  const named = valueIn(variables, 'AWS_PROFILE');
  const from = variables.get('AWS_PROFILE')?.from;
  const profile = valueIn(variables, 'SST_AWS_NO_PROFILE') ? undefined : app?.aws?.profile;
  if (profile && !does(sst, 'prefersAwsProfile')) return { kind: 'profile', profile, by: 'config' };
  if (named && from) return { kind: 'profile', profile: named, by: 'AWS_PROFILE', from };
  if (profile) return { kind: 'profile', profile, by: 'config' };
  for (const variable of KEYS) {
    const origin = variables.get(variable)?.from;
    if (origin && origin.by !== 'job' && origin.by !== 'step')
      return { kind: 'keys', variable, from: origin };
  }
  return { kind: 'environment' };
}

/** Where SST's region comes from. */
export type RegionSource =
  | { readonly name: string; readonly by: 'config' }
  | { readonly name: string; readonly by: 'variable'; readonly variable: string; readonly from: Origin }
  /** The region of the profile in the AWS config file. */
  | { readonly name: string; readonly by: 'profile'; readonly profile: string }
  | { readonly name: string; readonly by: 'default' };

/** What SST uses if nothing names a region. */
export const DEFAULT_REGION = 'us-east-1';

/**
 * Decides the region: `providers.aws.region`, AWS_REGION, AWS_DEFAULT_REGION, the region of the profile in the AWS
 * config file, us-east-1 (SST 4.17.1 with the AWS SDK for Go 1.27, measured).
 *
 * @param ofProfile the region that the AWS config file gives a profile.
 */
export function regionOf(
  app: App | undefined,
  variables: Variables,
  credentials: CredentialSource,
  ofProfile: (profile: string) => string | undefined,
): RegionSource {
  if (app?.aws?.region) return { name: app.aws.region, by: 'config' };
  for (const variable of ['AWS_REGION', 'AWS_DEFAULT_REGION']) {
    const name = valueIn(variables, variable);
    const from = variables.get(variable)?.from;
    if (name && from) return { name, by: 'variable', variable, from };
  }
  const profile =
    credentials.kind === 'profile'
      ? credentials.profile
      : (valueIn(variables, 'AWS_DEFAULT_PROFILE') ?? 'default');
  const name = ofProfile(profile);
  return name ? { name, by: 'profile', profile } : { name: DEFAULT_REGION, by: 'default' };
}

/** A source other than the credentials that this step exports. */
export type Overriding = Exclude<CredentialSource, { kind: 'environment' }>;

/**
 * The source, if it would take the place of the credentials of this step.
 *
 * @param exportedProfile the profile that this step writes them to, if it does: SST is allowed to use that one.
 */
export function overriding(
  source: CredentialSource,
  exportedProfile: string | undefined,
): Overriding | undefined {
  if (source.kind === 'environment') return undefined;
  return source.kind === 'profile' && source.profile === exportedProfile ? undefined : source;
}

/** The place to look for it: the config, a .env file, or the environment. */
export function placeOf(source: Overriding): Override['by'] {
  if (source.kind === 'profile' && source.by === 'config') return 'config';
  return source.from.by === '.env' || source.from.by === '.env.<stage>' ? source.from.by : 'AWS_PROFILE';
}

/** Whether a request can be sent to a region of that name: it becomes a label of the host's name. */
export function isRegionName(name: string): boolean {
  return /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/.test(name);
}
