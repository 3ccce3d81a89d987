import type { AssumedRole } from './deployment.ts';
import { type JsonObject, mergedField, objectOf, own, parsed, textField } from './returned.ts';
import { does, type Sst } from './versions.ts';

/** What `app()` returned, as far as SST looks at it before it deploys: values of the form that SST takes, nothing else. */
export interface App {
  readonly name?: string;
  readonly home?: string;
  /** The provider `aws`, which SST adds by itself if it is the home; undefined if AWS is not used. */
  readonly aws?: AwsProvider;
  /** Settings in a place where SST does not look. */
  readonly withoutEffect: readonly WithoutEffect[];
}

/** A setting in a place where SST does not look: `profile` or `region` at the top, `aws` beside `providers`, … */
export type WithoutEffect =
  | { readonly setting: 'profile' | 'region'; readonly value: string }
  | { readonly setting: 'aws' };

export interface AwsProvider {
  /** As SST takes it: the empty text is none. */
  readonly profile?: string;
  readonly region?: string;
  readonly assumeRoles: readonly AssumedRole[];
  /** The property of roles that this version of SST does not read, if it is set. */
  readonly unreadRoles?: RolesProperty;
}

/** SST 4.1.9 replaced `assumeRole`, an object, by `assumeRoles`, a list. */
export type RolesProperty = 'assumeRole' | 'assumeRoles';

/** The property that this version of SST reads. */
export function rolesProperty(sst: Sst): RolesProperty {
  return does(sst, 'readsAssumeRoles') ? 'assumeRoles' : 'assumeRole';
}

/** @param json what `app()` returned; null for undefined. */
export function readApp(json: string | null, sst: Sst): App {
  const returned = objectOf(parsed(json));
  if (!returned) return { withoutEffect: [] };
  const [name, home] = [textField(returned, 'name'), textField(returned, 'home')];
  return {
    name: name !== undefined && isAppName(name, sst) ? name : undefined,
    home,
    aws: awsOf(returned, home, sst),
    withoutEffect: withoutEffect(returned),
  };
}

export function isAppName(name: string, sst: Sst): boolean {
  return (does(sst, 'wantsLetterFirst') ? /^[A-Za-z][A-Za-z0-9-]*$/ : /^[A-Za-z0-9-]+$/).test(name);
}

function withoutEffect(returned: JsonObject): WithoutEffect[] {
  const texts = (['profile', 'region'] as const).flatMap(setting => {
    const value = own(returned, setting);
    return typeof value === 'string' && value !== '' ? [{ setting, value }] : [];
  });
  return [...texts, ...(objectOf(own(returned, 'aws')) ? [{ setting: 'aws' } as const] : [])];
}

function awsOf(returned: JsonObject, home: string | undefined, sst: Sst): AwsProvider | undefined {
  const given = own(objectOf(mergedField(returned, 'providers')) ?? {}, 'aws');
  const aws = objectOf(given);
  if (!aws) {
    // With no provider of that name the home's is added; a text is a provider's version and nothing else, `true` is none.
    const used = typeof given === 'string' || given === true || (given === undefined && home === 'aws');
    return used ? { assumeRoles: [] } : undefined;
  }
  const text = (name: string) => {
    const value = own(aws, name);
    return typeof value === 'string' && value !== '' ? { [name]: value } : {};
  };
  const [read, unread] = does(sst, 'readsAssumeRoles')
    ? (['assumeRoles', 'assumeRole'] as const)
    : (['assumeRole', 'assumeRoles'] as const);
  const isSet = typeof own(aws, unread) === 'object' && own(aws, unread) !== null;
  return {
    ...text('profile'),
    ...text('region'),
    assumeRoles: rolesIn(aws, read).flatMap(({ role }) => acceptedRole(role)),
    ...(isSet ? { unreadRoles: unread } : {}),
  };
}

/** The roles as they are given, each with the name of its property. SST walks past what is no object. */
export function rolesIn(aws: JsonObject, property: RolesProperty): Array<{ name: string; role: JsonObject }> {
  const given = own(aws, property);
  const path = `providers.aws.${property}`;
  if (property === 'assumeRole') {
    const role = objectOf(given);
    return role ? [{ name: path, role }] : [];
  }
  return (Array.isArray(given) ? given : []).flatMap((entry, index) => {
    const role = objectOf(entry);
    return role ? [{ name: `${path}[${index}]`, role }] : [];
  });
}

const ROLE_ARN = /^arn:[a-z-]+:iam::\d{12}:role\/[\x21-\x7e]{1,512}$/;
const SESSION_NAME = /^[\w+=,.@-]{2,64}$/;

/** The property of a role that STS would refuse, or over which SST would fail; undefined if the role can be assumed. */
export function roleFault(role: JsonObject): 'roleArn' | 'sessionName' | undefined {
  const [roleArn, sessionName] = [own(role, 'roleArn'), own(role, 'sessionName')];
  if (typeof roleArn !== 'string' || !ROLE_ARN.test(roleArn)) return 'roleArn';
  return typeof sessionName === 'string' && !SESSION_NAME.test(sessionName) ? 'sessionName' : undefined;
}

function acceptedRole(role: JsonObject): AssumedRole[] {
  if (roleFault(role)) return [];
  const sessionName = own(role, 'sessionName');
  const roleArn = String(own(role, 'roleArn'));
  return [typeof sessionName === 'string' ? { roleArn, sessionName } : { roleArn }];
}
