import { type Json, type JsonObject, objectIn, objectOf, textOf, withFoldedNames } from '../json.ts';
import { plain, quoted } from '../text.ts';
import { isAppName, rolesIn } from './app.ts';
import type { ProjectProblem } from './messages.ts';
import { type Behaviour, does, isInRange, type Sst } from './versions.ts';

interface Surroundings {
  readonly sst: Sst;
  /** Whether `app` is declared `async`. */
  readonly isAsync: boolean;
  /** The app's name in `.sst/.pulumi/stacks` beside the config. */
  readonly nameBefore?: string | undefined;
  /** Whether SST_AWS_NO_PROFILE is set: SST then deletes `providers.aws.profile` before it looks at its type (measured). */
  readonly ignoresProfile?: boolean;
}

/** What SST takes: the property, what it is now, whether SST takes that, what to write, since when. */
type Rule = readonly [property: string, now: string, isTaken: boolean, write: string, since?: Behaviour];

function refusedBy(rules: readonly Rule[], sst: Sst): ProjectProblem[] {
  return rules
    .filter(([, , isTaken, , since]) => !isTaken && (since === undefined || does(sst, since)))
    .map(([property, now, , write, since]) => ({
      title: 'SST would refuse sst.config.ts',
      what: `\`${plain(property || 'app()')}\` ${now}, which SST refuses.`,
      next: `Write ${write}.`,
      property,
      since,
    }));
}

const is = (text: string) => (text === '' ? 'is missing' : `is ${quoted(text)}`);

function typeOf(value: Json): string {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? 'a whole number' : 'a number';
  if (typeof value === 'object')
    return value === null ? '`null`' : Array.isArray(value) ? 'a list' : 'an object';
  return typeof value === 'string' ? 'a text' : '`true` or `false`';
}

function typed(property: string, value: Json, type: string, since?: Behaviour): Rule {
  const write = `${type}, or leave it out (\`undefined\`, not \`null\`)`;
  return [property, `is ${typeOf(value)}`, typeOf(value) === type, write, since];
}

/**
 * What SST would refuse of what `app()` returned (`json`, null for undefined): its JSON reader, `New` and `LoadHome` of
 * pkg/project/project.go, the provider's `Init`.
 */
export async function refusalsOf(json: string | null, surroundings: Surroundings): Promise<ProjectProblem[]> {
  const { sst, isAsync } = surroundings;
  const returned = objectIn(json);
  const known = withFoldedNames(returned ?? {});
  const { retention = null } = withFoldedNames(objectOf(known['state']) ?? {});
  const fields: JsonObject = { ...known, 'state.retention': retention };
  const isAwaited = !isAsync || does(sst, 'awaitsApp');
  // Go's JSON reader cannot read other types into SST's `App`.
  const ofType = (property: string, type: string, since?: Behaviour) => {
    const value = fields[property.toLowerCase()] ?? null;
    return value === null ? [] : [typed(property, value, type, since)];
  };
  const texts = ['name', 'home', 'removal', 'version', 'backend', 'removalPolicy'];
  const unread = refusedBy(
    [
      ['', 'is async', isAwaited, '`app(input)` without `async` and `await`, or install SST 3.11.1 or newer'],
      ['', 'returns no object', returned !== undefined, '`return { name: "my-app", home: "aws" }`'],
      ...texts.flatMap(name => ofType(name, 'a text')),
      ...ofType('providers', 'an object'),
      ...ofType('protect', '`true` or `false`', 'readsProtect'),
      ...ofType('state', 'an object', 'readsState'),
      ...ofType('state.retention', 'a whole number', 'readsRetention'),
    ],
    sst,
  );
  if (unread.length > 0 || !returned) return unread;
  return refusedBy(await valueRules(fields, surroundings), sst);
}

async function valueRules(fields: JsonObject, surroundings: Surroundings): Promise<Rule[]> {
  const { sst, nameBefore, ignoresProfile } = surroundings;
  const text = (field: string) => textOf(fields, field) ?? '';
  const [name, home, removal, range] = [text('name'), text('home'), text('removal'), text('version')];
  const [policy, retention] = [text('removalpolicy'), fields['state.retention'] ?? 1];
  const providers = objectOf(fields['providers']) ?? {};
  const aws = objectOf(providers['aws']) ?? {};
  const { profile = '' } = ignoresProfile ? {} : aws;
  const isSame = [undefined, name].includes(nameBefore);
  const before = `${quoted(nameBefore ?? '')}, as in \`.sst/.pulumi/stacks\`, or remove the folder \`.sst\` before this step`;
  const isRemoval = ['', 'remove', 'retain', 'retain-all'].includes(removal);
  const isIn = range === '' || (await isInRange(sst, range));
  const judged = `The project is judged by SST ${sst.version}`;
  const another = `another range, or install an SST that it allows before this step (\`npm ci\`). ${judged}`;
  const faults = rolesIn(aws, sst).flatMap(({ fault }) => fault ?? []);
  const role = "a role's ARN, and for `sessionName` 2 to 64 characters out of letters, digits and _+=,.@-";
  return [
    ...Object.entries(providers).flatMap(([provider, value]) => providerRules(provider, value)),
    ['name', is(name), isAppName(name, sst), '`name: "my-app"`, a letter, then letters, digits and hyphens'],
    ['name', is(name), isSame, before, 'comparesAppNameWithState'],
    ['home', is(home), /^(aws|cloudflare|local)$/.test(home), '"aws", "cloudflare" or "local"'],
    ['removalPolicy', is(policy), policy === '', `\`removal: ${quoted(policy)}\`, its name since SST v3`],
    ['state.retention', `is ${retention}`, Number(retention) >= 1, '1 or more', 'readsRetention'],
    ['version', is(range), isIn !== 'no range', 'a range such as `version: ">= 4.5"`, or leave it out'],
    ['version', is(range), isIn !== false, another],
    ['removal', is(removal), isRemoval, '"remove", "retain" or "retain-all"'],
    // Go takes these for texts when the provider is initialised.
    typed('providers.aws.profile', profile, 'a text'),
    ...faults.map((fault): Rule => [fault, 'is missing or not valid', false, role]),
  ];
}

function providerRules(provider: string, value: Json): Rule[] {
  const [property, name, settings] = [`providers.${provider}`, plain(provider), objectOf(value)];
  const add = `(\`npx sst add ${name}\` does it for you)`;
  const isNamed = typeof value === 'string' || settings !== undefined;
  const since = value === true ? 'refusesBooleanProviders' : undefined;
  const { version = null } = settings ?? {};
  const isOwn = provider === 'aws' || provider === 'cloudflare';
  const isThere = isOwn || !settings || 'version' in settings;
  return [
    [property, `is ${typeOf(value)}`, isNamed, `its version, \`${name}: "…"\`, or an object ${add}`, since],
    ...(version === null ? [] : [typed(`${property}.version`, version, 'a text')]),
    [property, 'has no `version`', isThere, `\`version: "…"\` into it ${add}`, 'wantsProviderVersion'],
  ];
}
