import { type JsonObject, objectIn, objectOf, textOf, withFoldedNames } from '../json.ts';
import type { AssumedRole } from './deployment.ts';
import { does, type Sst } from './versions.ts';

/** What `app()` returned, as far as SST looks at it before it deploys: values of the form that SST takes, nothing else. */
export interface App {
  readonly name?: string;
  readonly home?: string;
  /** The provider `aws`, which SST adds by itself if it is the home; undefined if AWS is not used. */
  readonly aws?: {
    /** As SST takes it: the empty text is none. */
    readonly profile?: string;
    readonly region?: string;
    readonly assumeRoles: readonly AssumedRole[];
    /** The property of roles that this version of SST does not read, if it is set. */
    readonly unreadRoles?: RolesProperty;
  };
  readonly withoutEffect: readonly WithoutEffect[];
}

/** A setting in the wrong place, which SST does not read: `profile` or `region` at the top, `aws` beside `providers`. */
export interface WithoutEffect {
  readonly setting: 'profile' | 'region' | 'aws';
  readonly value?: string;
}

/** SST 4.1.9 replaced `assumeRole`, an object, by `assumeRoles`, a list. */
export type RolesProperty = 'assumeRole' | 'assumeRoles';

/** The property that this version of SST reads. */
export function rolesProperty(sst: Sst): RolesProperty {
  return does(sst, 'readsAssumeRoles') ? 'assumeRoles' : 'assumeRole';
}

/** @param json what `app()` returned; null for undefined. */
export function readApp(json: string | null, sst: Sst): App {
  const returned = withFoldedNames(objectIn(json) ?? {});
  const [name, home] = [textOf(returned, 'name'), textOf(returned, 'home')];
  const settings = ['profile', 'region', 'aws'] as const;
  return {
    name: name !== undefined && isAppName(name, sst) ? name : undefined,
    home,
    aws: awsOf(objectOf(returned['providers'])?.['aws'], home, sst),
    withoutEffect: settings
      .map(setting => ({ setting, value: textOf(returned, setting) }))
      .filter(({ setting, value }) => (setting === 'aws' ? objectOf(returned[setting]) : value)),
  };
}

export function isAppName(name: string, sst: Sst): boolean {
  return (does(sst, 'wantsLetterFirstInAppName') ? /^[A-Za-z][A-Za-z0-9-]*$/ : /^[A-Za-z0-9-]+$/).test(name);
}

function awsOf(given: JsonObject[string] | undefined, home: string | undefined, sst: Sst): App['aws'] {
  const aws = objectOf(given);
  if (!aws) {
    // With no provider of that name the home's is added; a text is a provider's version and nothing else, `true` is none.
    const used = typeof given === 'string' || given === true || (given === undefined && home === 'aws');
    return used ? { assumeRoles: [] } : undefined;
  }
  const unread = rolesProperty(sst) === 'assumeRole' ? 'assumeRoles' : 'assumeRole';
  return {
    profile: textOf(aws, 'profile'),
    region: textOf(aws, 'region'),
    assumeRoles: rolesIn(aws, sst).flatMap(({ role }) => role ?? []),
    unreadRoles: typeof (aws[unread] ?? undefined) === 'object' ? unread : undefined,
  };
}

const ROLE_ARN = /^arn:[a-z-]+:iam::\d{12}:role\/[\x21-\x7e]{1,512}$/;
const SESSION_NAME = /^[\w+=,.@-]{2,64}$/;

/**
 * The roles that are given. SST walks past what is no object.
 *
 * @returns each one, or its property that STS would refuse or over which SST would fail: `providers.aws.assumeRoles[0].roleArn`.
 */
export function rolesIn(aws: JsonObject, sst: Sst): Array<{ role?: AssumedRole; fault?: string }> {
  const property = rolesProperty(sst);
  const given = property === 'assumeRole' ? [aws[property]] : aws[property];
  return (Array.isArray(given) ? given : []).flatMap((entry, index) => {
    const role = objectOf(entry);
    if (!role) return [];
    const { roleArn, sessionName } = role;
    const name = `providers.aws.${property}${property === 'assumeRole' ? '' : `[${index}]`}`;
    if (typeof roleArn !== 'string' || !ROLE_ARN.test(roleArn)) return { fault: `${name}.roleArn` };
    if (typeof sessionName !== 'string') return { role: { roleArn } };
    return SESSION_NAME.test(sessionName)
      ? { role: { roleArn, sessionName } }
      : { fault: `${name}.sessionName` };
  });
}
