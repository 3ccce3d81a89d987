import type { Place, Problem } from '../failure.ts';
import { plain, quoted } from '../text.ts';
import { untested } from './messages.ts';
import type { Refusal, Type } from './refusals.ts';
import { type Behaviour, noVersion, type Sst } from './versions.ts';

/** SST would refuse what `app()` returned. */
export function onRefusal(refusal: Refusal, place: Place, sst: Sst): Problem {
  const { what, next, since } = words(refusal, sst);
  return {
    title: 'SST would refuse sst.config.ts',
    what,
    next: [next, ...untested(sst, since)].join('\n'),
    place,
  };
}

interface Words {
  readonly what: string;
  readonly next: string;
  /** What only some versions of SST do. */
  readonly since?: Behaviour;
}

function words(refusal: Refusal, sst: Sst): Words {
  switch (refusal.because) {
    case 'no object':
      return { what: '`app()` returns no object.', next: 'Return one with `name` and `home`.' };
    case 'bad type':
      return {
        what: `\`${plain(refusal.property)}\` has the wrong type; SST would fail.`,
        next: `Write ${TYPES[refusal.takes]}, or leave it out (\`undefined\`, not \`null\`).`,
      };
    case 'boolean provider':
      return {
        what: `\`providers.${plain(refusal.provider)}\` is \`true\` or \`false\`, which SST refuses.`,
        next: `Write the provider's version: \`${plain(refusal.provider)}: "…"\`. \`npx sst add ${plain(refusal.provider)}\` writes it for you.`,
        since: 'refusesBooleanProviders',
      };
    case 'no provider version':
      return {
        what: `\`providers.${plain(refusal.provider)}\` has no \`version\`, which SST requires.`,
        next: `Add \`version: "…"\` to it. \`npx sst add ${plain(refusal.provider)}\` writes it for you.`,
        since: 'wantsProviderVersion',
      };
    case 'not awaited':
      return {
        what: `\`app()\` is async, and SST ${sst.version} does not await it: it finds no name.`,
        next: 'Make it `app(input)`, without `async` and `await`, or install SST 3.11.1 or newer.',
      };
    case 'no name':
      return {
        what: '`app()` returns no `name`, which SST requires.',
        next: 'Add `name: "my-app"` to what it returns.',
      };
    case 'bad name':
      return {
        what: `The app's name is ${quoted(refusal.name)}, which SST refuses.`,
        next: 'A name starts with a letter, and has letters, digits and hyphens only.',
      };
    case 'another name':
      return {
        what: `The app's name is ${quoted(refusal.name)}, but \`.sst/.pulumi/stacks\` is of ${quoted(refusal.before)}: SST refuses a changed name.`,
        next: 'Write the former name, or remove the folder `.sst` before this step.',
      };
    case 'no home':
      return {
        what: '`app()` returns no `home`, which SST requires.',
        next: 'Add `home: "aws"` to what it returns.',
      };
    case 'removalPolicy':
      return {
        what: '`removalPolicy` has another name since SST v3, and SST refuses it.',
        next: `Write \`removal: ${quoted(refusal.value)}\`.`,
      };
    case 'bad retention':
      return {
        what: `\`state.retention\` is ${refusal.retention}, which SST refuses.`,
        next: 'Write a whole number from 1, or leave it out.',
        since: 'readsRetention',
      };
    case 'no range':
      return {
        what: `\`version\` is ${quoted(refusal.range)}, which is not a version range.`,
        next: 'Write one such as `version: ">= 4.5"`, or leave it out.',
      };
    case 'another version':
      return {
        what: `\`version\` in the config is ${quoted(refusal.range)}, but ${sst.installed ? `SST ${sst.version} is installed` : `the newest SST that this step knows is ${sst.version}`}: SST refuses to run.`,
        next: sst.installed
          ? 'Change `version`, or install an SST that it allows.'
          : `${noVersion(sst)}. Install yours before this step (\`npm ci\`), or change \`version\`.`,
      };
    case 'bad removal':
      return {
        what: `\`removal\` is ${quoted(refusal.removal)}, which SST does not know.`,
        next: 'Write "remove", "retain" or "retain-all".',
      };
    case 'bad home':
      return {
        what: `\`home\` is ${quoted(refusal.home)}, which SST does not know.`,
        next: 'Write "aws", "cloudflare" or "local".',
      };
  }
}

/** "Write …". */
const TYPES: Record<Type, string> = {
  text: 'a text',
  boolean: '`true` or `false`',
  object: 'an object',
  'whole number': 'a whole number',
  provider: "an object, or the provider's version as a text",
  'role ARN': "a role's ARN",
  'session name': '2 to 64 characters out of letters, digits and _+=,.@-',
};
