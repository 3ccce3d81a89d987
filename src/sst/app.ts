import type { AssumedRole } from './deployment.ts';
import { APP_TAKES } from './sandbox/messages.ts';

/** What `app()` returned, as far as SST looks at it before it deploys. */
export interface App {
  readonly name?: string;
  readonly home?: string;
  /** The provider `aws`, which SST adds by itself where it is the home; undefined where AWS is not used. */
  readonly aws?: AwsProvider;
  /** `aws` beside `providers` instead of in it: SST does not look there. */
  readonly strayAws: boolean;
}

export interface AwsProvider {
  /** As SST takes it: the empty text is none. */
  readonly profile?: string;
  readonly region?: string;
  readonly assumeRoles: readonly AssumedRole[];
  /** The older `assumeRole`, which SST 4 does not look at (measured). */
  readonly olderAssumeRole: boolean;
}

/** Something for which SST would stop, or break: SST 4.17.1, each measured. */
export type Refusal =
  | { readonly because: 'no object' }
  | { readonly because: 'no name' }
  | { readonly because: 'bad name'; readonly name: string }
  | { readonly because: 'no home' }
  | { readonly because: 'bad home'; readonly home: string }
  | { readonly because: 'bad removal'; readonly removal: string }
  /** A property that is not of the type that SST takes: `providers.aws.profile` and the type it takes. */
  | { readonly because: 'bad type'; readonly property: string; readonly takes: string };

export interface Reading {
  readonly app: App;
  readonly refusals: readonly Refusal[];
}

const REMOVALS = new Set(['remove', 'retain', 'retain-all']);
const HOMES = new Set(['aws', 'cloudflare', 'local']);

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/**
 * Reads what `app()` returned, which is whatever the config wanted to say: nothing of it is taken but values of the
 * form that SST takes.
 *
 * @param json as JSON.stringify gave it; null for undefined.
 */
export function readApp(json: string | null): Reading {
  const returned = objectOf(parsed(json));
  const refusals: Refusal[] = [];
  if (!returned) return { app: { strayAws: false }, refusals: [{ because: 'no object' }] };
  const take = (name: string): string | undefined => {
    // `null` leaves what an earlier spelling of the name said.
    const value = folded(returned, name).findLast(value => value !== null);
    if (typeof value === 'string' || value === undefined || value === null) return value || undefined;
    refusals.push({ because: 'bad type', property: name, takes: 'a text' });
    return undefined;
  };

  const name = take('name');
  if (name === undefined && refusals.length === 0) refusals.push({ because: 'no name' });
  if (name !== undefined && !/^[A-Za-z][A-Za-z0-9-]*$/.test(name))
    refusals.push({ because: 'bad name', name });
  const complaints = refusals.length;
  const home = take('home');
  if (home === undefined && refusals.length === complaints) refusals.push({ because: 'no home' });
  if (home !== undefined && !HOMES.has(home)) refusals.push({ because: 'bad home', home });
  const removal = take('removal');
  if (removal !== undefined && !REMOVALS.has(removal)) refusals.push({ because: 'bad removal', removal });

  const aws = awsOf(merged(folded(returned, 'providers')), home, refusals);
  const stray = objectOf(own(returned, 'aws'));
  return {
    app: {
      ...(name === undefined ? {} : { name }),
      ...(home === undefined ? {} : { home }),
      ...(aws === undefined ? {} : { aws }),
      strayAws: stray !== undefined && own(stray, 'profile') !== undefined,
    },
    refusals,
  };
}

function awsOf(
  providers: Json | undefined,
  home: string | undefined,
  refusals: Refusal[],
): AwsProvider | undefined {
  const bad = (property: string, takes: string) => {
    refusals.push({ because: 'bad type', property, takes });
    return undefined;
  };
  if (providers !== undefined && providers !== null && !objectOf(providers))
    return bad('providers', APP_TAKES.providers);
  const given = own(objectOf(providers) ?? {}, 'aws');
  // With no provider of that name the home's is added; a text is a provider's version and nothing else.
  if (typeof given === 'string' || (given === undefined && home === 'aws')) {
    return { assumeRoles: [], olderAssumeRole: false };
  }
  if (given === undefined) return undefined;
  const aws = objectOf(given);
  if (!aws) return bad('providers.aws', APP_TAKES.aws);

  const profile = own(aws, 'profile');
  // `null` too: SST breaks off over it (measured).
  if (profile !== undefined && typeof profile !== 'string') bad('providers.aws.profile', APP_TAKES.profile);
  const region = own(aws, 'region');
  return {
    ...(typeof profile === 'string' && profile !== '' ? { profile } : {}),
    ...(typeof region === 'string' && region !== '' ? { region } : {}),
    assumeRoles: rolesOf(own(aws, 'assumeRoles'), bad),
    olderAssumeRole: objectOf(own(aws, 'assumeRole')) !== undefined,
  };
}

const ROLE_ARN = /^arn:[a-z-]+:iam::\d{12}:role\/[\x21-\x7e]{1,512}$/;
const SESSION_NAME = /^[\w+=,.@-]{2,64}$/;

function rolesOf(
  given: Json | undefined,
  bad: (property: string, takes: string) => undefined,
): AssumedRole[] {
  // SST takes a list, and walks past what is none, and past entries that are no objects.
  if (!Array.isArray(given)) return [];
  return (given as readonly Json[]).flatMap((entry, index) => {
    const role = objectOf(entry);
    if (!role) return [];
    const name = `providers.aws.assumeRoles[${index}]`;
    const [roleArn, sessionName] = [own(role, 'roleArn'), own(role, 'sessionName')];
    if (typeof roleArn !== 'string' || !ROLE_ARN.test(roleArn)) {
      bad(`${name}.roleArn`, APP_TAKES.roleArn);
      return [];
    }
    if (typeof sessionName !== 'string') return [{ roleArn }];
    if (SESSION_NAME.test(sessionName)) return [{ roleArn, sessionName }];
    bad(`${name}.sessionName`, APP_TAKES.sessionName);
    return [];
  });
}

function parsed(json: string | null): Json | undefined {
  try {
    return json === null ? undefined : JSON.parse(json);
  } catch {
    return undefined;
  }
}

type JsonObject = { readonly [name: string]: Json };

function objectOf(value: Json | undefined): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined;
}

function own(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/**
 * The values of the fields that Go's JSON reader takes for this one, in their order: it ignores case as Unicode folds it,
 * by which `\u017f` is an `s` and the Kelvin sign a `k`.
 */
function folded(object: JsonObject, name: string): Json[] {
  return Object.entries(object)
    .filter(([key]) => key.replaceAll('\u017f', 's').toLowerCase() === name)
    .map(([, value]) => value);
}

/** Objects are read one over the other, property by property; `null` discards those before it (measured). */
function merged(values: readonly Json[]): Json | undefined {
  return values.reduce<Json | undefined>((all, value) => {
    const [before, object] = [objectOf(all), objectOf(value)];
    return before && object ? { ...before, ...object } : value;
  }, undefined);
}
