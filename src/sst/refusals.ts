import { roleFault, rolesIn, rolesProperty } from './app.ts';
import {
  fieldsOf,
  type Json,
  type JsonObject,
  mergedField,
  objectOf,
  own,
  parsed,
  textField,
} from './returned.ts';
import { does, isInRange, type Sst } from './versions.ts';

/** Something in what `app()` returned for which SST stops with an error. */
export type Refusal =
  | { readonly because: 'no object' }
  /** A property that is not of the type that SST takes. */
  | { readonly because: 'bad type'; readonly property: string; readonly takes: Type }
  | { readonly because: 'boolean provider'; readonly provider: string }
  | { readonly because: 'no provider version'; readonly provider: string }
  | { readonly because: 'not awaited' }
  | { readonly because: 'no name' }
  | { readonly because: 'bad name'; readonly name: string }
  | { readonly because: 'another name'; readonly name: string; readonly before: string }
  | { readonly because: 'no home' }
  | { readonly because: 'removalPolicy'; readonly value: string }
  | { readonly because: 'bad retention'; readonly retention: number }
  | { readonly because: 'no range'; readonly range: string }
  | { readonly because: 'another version'; readonly range: string }
  | { readonly because: 'bad removal'; readonly removal: string }
  | { readonly because: 'bad home'; readonly home: string };

/** What a property takes. */
export type Type = 'text' | 'boolean' | 'object' | 'whole number' | 'provider' | 'role ARN' | 'session name';

const REMOVALS = ['remove', 'retain', 'retain-all'];
const HOMES = ['aws', 'cloudflare', 'local'];

/** What else SST looks at. */
export interface Surroundings {
  readonly sst: Sst;
  /** Whether `app` is declared `async`. */
  readonly isAsync: boolean;
  /** The app's name in `.sst/.pulumi/stacks` beside the config. */
  readonly nameBefore?: string | undefined;
}

/**
 * What SST would refuse of what `app()` returned, in SST's own order: its JSON reader, `New` and `LoadHome` of
 * pkg/project/project.go, the provider's `Init`. SST stops at the first.
 *
 * @param json null for undefined.
 */
export async function refusalsOf(json: string | null, surroundings: Surroundings): Promise<Refusal[]> {
  const { sst, isAsync } = surroundings;
  if (isAsync && !does(sst, 'awaitsApp')) return [{ because: 'not awaited' }];
  const returned = objectOf(parsed(json));
  if (!returned) return [{ because: 'no object' }];
  const types = [...badFields(returned, sst), ...badState(returned, sst)];
  if (types.length > 0) return types;
  const providers = Object.entries(objectOf(mergedField(returned, 'providers')) ?? {});
  return [
    ...providers.flatMap(([name, value]) => providerRefusals(name, value, sst)),
    ...nameRefusals(returned, surroundings),
    ...(await otherRefusals(returned, sst)),
    ...providers.flatMap(([name, value]) => initRefusals(name, value, sst)),
    ...homeRefusals(textField(returned, 'home')),
  ];
}

function badType(property: string, takes: Type): Refusal {
  return { because: 'bad type', property, takes };
}

/** Fields that Go's JSON reader cannot read into the type of SST's `App`. */
function badFields(returned: JsonObject, sst: Sst): Refusal[] {
  const isText = (value: Json) => typeof value === 'string';
  const isObject = (value: Json) => objectOf(value) !== undefined;
  const check = (name: string, takes: Type, isTaken: (value: Json) => boolean): Refusal[] =>
    fieldsOf(returned, name.toLowerCase()).every(value => value === null || isTaken(value))
      ? []
      : [badType(name, takes)];
  return [
    ...['name', 'home', 'removal', 'version', 'backend', 'removalPolicy'].flatMap(name =>
      check(name, 'text', isText),
    ),
    ...check('providers', 'object', isObject),
    ...(does(sst, 'readsProtect') ? check('protect', 'boolean', value => typeof value === 'boolean') : []),
    ...(does(sst, 'readsState') ? check('state', 'object', isObject) : []),
  ];
}

function badState(returned: JsonObject, sst: Sst): Refusal[] {
  if (!does(sst, 'readsRetention')) return [];
  const state = objectOf(mergedField(returned, 'state')) ?? {};
  return fieldsOf(state, 'retention').every(value => value === null || Number.isSafeInteger(value))
    ? []
    : [badType('state.retention', 'whole number')];
}

function providerRefusals(provider: string, value: Json, sst: Sst): Refusal[] {
  const property = `providers.${provider}`;
  if (typeof value === 'boolean' && does(sst, 'refusesBooleanProviders'))
    return [{ because: 'boolean provider', provider }];
  if (value === true || typeof value === 'string') return [];
  const settings = objectOf(value);
  if (!settings) return [badType(property, 'provider')];
  const version = own(settings, 'version');
  if (version !== undefined && version !== null && typeof version !== 'string')
    return [badType(`${property}.version`, 'text')];
  const needsVersion = does(sst, 'wantsProviderVersion') && provider !== 'aws' && provider !== 'cloudflare';
  return version === undefined && needsVersion ? [{ because: 'no provider version', provider }] : [];
}

function nameRefusals(returned: JsonObject, { sst, nameBefore }: Surroundings): Refusal[] {
  const name = textField(returned, 'name');
  if (name === undefined) return [{ because: 'no name' }];
  const isTaken = does(sst, 'wantsLetterFirst') ? /^[A-Za-z][A-Za-z0-9-]*$/ : /^[A-Za-z0-9-]+$/;
  if (!isTaken.test(name)) return [{ because: 'bad name', name }];
  if (nameBefore === undefined || nameBefore === name || !does(sst, 'comparesAppName')) return [];
  return [{ because: 'another name', name, before: nameBefore }];
}

async function otherRefusals(returned: JsonObject, sst: Sst): Promise<Refusal[]> {
  const refusals: Refusal[] = [];
  if (textField(returned, 'home') === undefined) refusals.push({ because: 'no home' });
  const removalPolicy = textField(returned, 'removalpolicy');
  if (removalPolicy !== undefined) refusals.push({ because: 'removalPolicy', value: removalPolicy });
  const retention = fieldsOf(objectOf(mergedField(returned, 'state')) ?? {}, 'retention').at(-1);
  if (typeof retention === 'number' && retention < 1 && does(sst, 'readsRetention'))
    refusals.push({ because: 'bad retention', retention });
  const range = textField(returned, 'version');
  const isIn = range === undefined || (await isInRange(sst, range));
  if (range !== undefined && isIn !== true)
    refusals.push({ because: isIn === 'no range' ? isIn : 'another version', range });
  const removal = textField(returned, 'removal');
  if (removal !== undefined && !REMOVALS.includes(removal))
    refusals.push({ because: 'bad removal', removal });
  return refusals;
}

/** What breaks when the provider `aws` is initialised: Go takes these values for texts without asking. */
function initRefusals(provider: string, value: Json, sst: Sst): Refusal[] {
  const aws = provider === 'aws' ? objectOf(value) : undefined;
  if (!aws) return [];
  const profile = own(aws, 'profile');
  const badProfile = profile !== undefined && typeof profile !== 'string';
  const roles = rolesIn(aws, rolesProperty(sst)).flatMap(({ name, role }) => {
    const fault = roleFault(role);
    if (!fault) return [];
    return [badType(`${name}.${fault}`, fault === 'roleArn' ? 'role ARN' : 'session name')];
  });
  return [...(badProfile ? [badType('providers.aws.profile', 'text')] : []), ...roles];
}

function homeRefusals(home: string | undefined): Refusal[] {
  return home === undefined || HOMES.includes(home) ? [] : [{ because: 'bad home', home }];
}
