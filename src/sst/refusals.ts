import { plain, quoted } from '../text.ts';
import { isAppName, rolesIn } from './app.ts';
import { fieldsOf, type Json, type JsonObject, mergedField, objectOf, parsed, textField } from './json.ts';
import { type Behaviour, does, isInRange, noVersion, type Sst } from './versions.ts';

/** Something in what `app()` returned for which SST stops with an error. */
export interface Refusal {
  /** The property that it is about: `providers.aws.profile`; undefined for all of it. */
  readonly property?: string;
  readonly what: string;
  readonly next: string;
  /** What only some versions of SST do. */
  readonly since?: Behaviour;
}

/** What else SST looks at. */
export interface Surroundings {
  readonly sst: Sst;
  /** Whether `app` is declared `async`. */
  readonly isAsync: boolean;
  /** The app's name in `.sst/.pulumi/stacks` beside the config. */
  readonly nameBefore?: string | undefined;
  /** Whether SST_AWS_NO_PROFILE is set: SST then deletes `providers.aws.profile` before it looks at its type (measured). */
  readonly ignoresProfile?: boolean;
}

const refusedIf = (condition: boolean, refusal: Refusal): Refusal[] => (condition ? [refusal] : []);

/**
 * What SST would refuse of what `app()` returned, in SST's own order: its JSON reader, `New` and `LoadHome` of
 * pkg/project/project.go, the provider's `Init`. SST stops at the first.
 *
 * @param json null for undefined.
 */
export async function refusalsOf(json: string | null, surroundings: Surroundings): Promise<Refusal[]> {
  const { sst, isAsync, nameBefore } = surroundings;
  const notAwaited = refusedIf(isAsync && !does(sst, 'awaitsApp'), {
    what: `\`app()\` is async, and SST ${sst.version} does not await it: it finds no name.`,
    next: 'Make it `app(input)`, without `async` and `await`, or install SST 3.11.1 or newer.',
  });
  if (notAwaited.length > 0) return notAwaited;
  const returned = objectOf(parsed(json));
  if (!returned) return [{ what: '`app()` returns no object.', next: 'Return one with `name` and `home`.' }];
  const types = badFields(returned, sst);
  if (types.length > 0) return types;

  const text = (field: string) => textField(returned, field) ?? '';
  const [name, home, removal, range] = [text('name'), text('home'), text('removal'), text('version')];
  const isTaken = isAppName(name, sst);
  const retention = retentionsIn(returned).at(-1);
  const isIn = range === '' || (await isInRange(sst, range));
  const providers = objectOf(mergedField(returned, 'providers')) ?? {};
  return [
    ...Object.entries(providers).flatMap(([provider, value]) => providerRefusals(provider, value, sst)),
    ...refusedIf(name === '', {
      what: '`app()` returns no `name`, which SST requires.',
      next: 'Add `name: "my-app"` to what it returns.',
    }),
    ...refusedIf(name !== '' && !isTaken, {
      property: 'name',
      what: `The app's name is ${quoted(name)}, which SST refuses.`,
      next: 'A name starts with a letter, and has letters, digits and hyphens only.',
    }),
    ...refusedIf(isTaken && ![undefined, name].includes(nameBefore) && does(sst, 'comparesAppName'), {
      property: 'name',
      what: `The app's name is ${quoted(name)}, but \`.sst/.pulumi/stacks\` is of ${quoted(nameBefore ?? '')}: SST refuses a changed name.`,
      next: 'Write the former name, or remove the folder `.sst` before this step.',
    }),
    ...refusedIf(home === '', {
      what: '`app()` returns no `home`, which SST requires.',
      next: 'Add `home: "aws"` to what it returns.',
    }),
    ...refusedIf(text('removalpolicy') !== '', {
      property: 'removalPolicy',
      what: '`removalPolicy` has another name since SST v3, and SST refuses it.',
      next: `Write \`removal: ${quoted(text('removalpolicy'))}\`.`,
    }),
    ...refusedIf(typeof retention === 'number' && retention < 1 && does(sst, 'readsRetention'), {
      property: 'state.retention',
      what: `\`state.retention\` is ${retention}, which SST refuses.`,
      next: 'Write a whole number from 1, or leave it out.',
      since: 'readsRetention',
    }),
    ...refusedIf(isIn === 'no range', {
      property: 'version',
      what: `\`version\` is ${quoted(range)}, which is not a version range.`,
      next: 'Write one such as `version: ">= 4.5"`, or leave it out.',
    }),
    ...refusedIf(isIn === false, {
      property: 'version',
      what: `\`version\` in the config is ${quoted(range)}, but ${sst.installed ? `SST ${sst.version} is installed` : `the newest SST that this step knows is ${sst.version}`}: SST refuses to run.`,
      next: sst.installed
        ? 'Change `version`, or install an SST that it allows.'
        : `${noVersion(sst)}. Install yours before this step (\`npm ci\`), or change \`version\`.`,
    }),
    ...refusedIf(!['', 'remove', 'retain', 'retain-all'].includes(removal), {
      property: 'removal',
      what: `\`removal\` is ${quoted(removal)}, which SST does not know.`,
      next: 'Write "remove", "retain" or "retain-all".',
    }),
    ...awsRefusals(objectOf(providers['aws']) ?? {}, surroundings),
    ...refusedIf(!['', 'aws', 'cloudflare', 'local'].includes(home), {
      property: 'home',
      what: `\`home\` is ${quoted(home)}, which SST does not know.`,
      next: 'Write "aws", "cloudflare" or "local".',
    }),
  ];
}

function badType(property: string, takes: string): Refusal {
  return {
    property,
    what: `\`${plain(property)}\` has the wrong type; SST would fail.`,
    next: `Write ${takes}, or leave it out (\`undefined\`, not \`null\`).`,
  };
}

/** Fields that Go's JSON reader cannot read into the type of SST's `App`. */
function badFields(returned: JsonObject, sst: Sst): Refusal[] {
  const check = (
    property: string,
    takes: string,
    isTaken: (value: Json) => boolean,
    since?: Behaviour,
    values = fieldsOf(returned, property.toLowerCase()),
  ) => {
    const isRead = since === undefined || does(sst, since);
    const isSound = values.every(value => value === null || isTaken(value));
    return refusedIf(isRead && !isSound, badType(property, takes));
  };
  const isText = (value: Json) => typeof value === 'string';
  const isBoolean = (value: Json) => typeof value === 'boolean';
  const isObject = (value: Json) => objectOf(value) !== undefined;
  const isWhole = (value: Json) => Number.isSafeInteger(value);
  const texts = ['name', 'home', 'removal', 'version', 'backend', 'removalPolicy'];
  return [
    ...texts.flatMap(name => check(name, 'a text', isText)),
    ...check('providers', 'an object', isObject),
    ...check('protect', '`true` or `false`', isBoolean, 'readsProtect'),
    ...check('state', 'an object', isObject, 'readsState'),
    ...check('state.retention', 'a whole number', isWhole, 'readsRetention', retentionsIn(returned)),
  ];
}

function retentionsIn(returned: JsonObject): Json[] {
  return fieldsOf(objectOf(mergedField(returned, 'state')) ?? {}, 'retention');
}

function providerRefusals(provider: string, value: Json, sst: Sst): Refusal[] {
  const property = `providers.${provider}`;
  const shown = plain(provider);
  const add = `\`npx sst add ${shown}\` writes it for you.`;
  if (typeof value === 'boolean' && does(sst, 'refusesBooleanProviders'))
    return [
      {
        property,
        what: `\`providers.${shown}\` is \`true\` or \`false\`, which SST refuses.`,
        next: `Write the provider's version: \`${shown}: "…"\`. ${add}`,
        since: 'refusesBooleanProviders',
      },
    ];
  if (value === true || typeof value === 'string') return [];
  const settings = objectOf(value);
  if (!settings) return [badType(property, "an object, or the provider's version as a text")];
  const { version } = settings;
  if (version !== undefined && version !== null && typeof version !== 'string')
    return [badType(`${property}.version`, 'a text')];
  const isOwn = provider === 'aws' || provider === 'cloudflare';
  return refusedIf(version === undefined && !isOwn && does(sst, 'wantsProviderVersion'), {
    property,
    what: `\`providers.${shown}\` has no \`version\`, which SST requires.`,
    next: `Add \`version: "…"\` to it. ${add}`,
    since: 'wantsProviderVersion',
  });
}

/** What breaks when the provider `aws` is initialised: Go takes these values for texts without asking. */
function awsRefusals(aws: JsonObject, { sst, ignoresProfile }: Surroundings): Refusal[] {
  const { profile } = aws;
  const roles = rolesIn(aws, sst).flatMap(({ fault }) => {
    if (fault === undefined) return [];
    const isArn = fault.endsWith('.roleArn');
    return [badType(fault, isArn ? "a role's ARN" : '2 to 64 characters out of letters, digits and _+=,.@-')];
  });
  const isBad = profile !== undefined && typeof profile !== 'string' && !ignoresProfile;
  return [...refusedIf(isBad, badType('providers.aws.profile', 'a text')), ...roles];
}
