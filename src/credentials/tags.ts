import { Failure } from '../failure.ts';
import { badInputs } from '../messages/inputs.ts';

/** A session tag, as STS takes it. */
export interface Tag {
  readonly Key: string;
  readonly Value: string;
}

/** The session tags of a role assumed with keys: those that stay, and those that may be dropped for want of room. */
export interface SessionTags {
  readonly all: readonly Tag[];
  /** Without the droppable ones: sent when STS finds the first too large. */
  readonly essential: readonly Tag[];
}

// Names, order and variables are configure-aws-credentials' own: trust policies are written against them.
const ESSENTIAL: ReadonlyArray<readonly [key: string, variable: string]> = [
  ['Repository', 'GITHUB_REPOSITORY'],
  ['Workflow', 'GITHUB_WORKFLOW'],
  ['Action', 'GITHUB_ACTION'],
  ['Actor', 'GITHUB_ACTOR'],
  ['Commit', 'GITHUB_SHA'],
  ['Branch', 'GITHUB_REF'],
];
const DROPPABLE: ReadonlyArray<readonly [key: string, variable: string]> = [
  ['EventName', 'GITHUB_EVENT_NAME'],
  ['BaseRef', 'GITHUB_BASE_REF'],
  ['HeadRef', 'GITHUB_HEAD_REF'],
  ['RunId', 'GITHUB_RUN_ID'],
  ['Job', 'GITHUB_JOB'],
  ['TriggeringActor', 'GITHUB_TRIGGERING_ACTOR'],
];
const OWN = new Set(['GitHub', ...[...ESSENTIAL, ...DROPPABLE].map(([key]) => key)]);

// STS API reference, Tag and AssumeRole.
const CHARACTERS = String.raw`\p{L}\p{Z}\p{N}_.:/=+\-@`;
const FOREIGN = new RegExp(`[^${CHARACTERS}]`, 'gu');
const MOST_KEY = 128;
const MOST_VALUE = 256;
const MOST_TAGS = 50;

/**
 * The tags of the job, from the runner's variables, with those of `custom-tags` after them.
 *
 * @throws Failure where `custom-tags` (see customTags) does not fit beside them.
 */
export function sessionTags(environment: NodeJS.ProcessEnv, custom: string | undefined): SessionTags {
  const tags = (sources: typeof ESSENTIAL): Tag[] =>
    sources.flatMap(([Key, variable]) => {
      const value = environment[variable];
      return value ? [{ Key, Value: cleaned(value) }] : [];
    });
  const essential = [{ Key: 'GitHub', Value: 'Actions' }, ...tags(ESSENTIAL)];
  const all = [...essential, ...tags(DROPPABLE)];
  const own = custom === undefined ? [] : customTags(custom);
  if (all.length + own.length > MOST_TAGS) {
    refuse(
      `at most ${MOST_TAGS - all.length} tags, since a session can have ${MOST_TAGS} with the job's own`,
    );
  }
  return { all: [...all, ...own], essential: [...essential, ...own] };
}

/**
 * Parses `custom-tags`, a JSON object of texts, numbers and booleans.
 *
 * @throws Failure naming what is wrong with it; values are not shown, they may come from secrets.
 */
export function customTags(json: string): Tag[] {
  const object = parsed(json);
  return Object.entries(object).map(([Key, value]) => {
    if (typeof value === 'object') {
      refuse(`a text, number or boolean for each key, and ${quoted(Key)} has something else`);
    }
    const Value = String(value);
    if (Key === '' || Key.length > MOST_KEY)
      refuse(`keys of 1 to ${MOST_KEY} characters; ${quoted(Key)} is not`);
    if (Value.length > MOST_VALUE) {
      refuse(`values of at most ${MOST_VALUE} characters; that of ${quoted(Key)} is longer`);
    }
    if (cleaned(Key) !== Key || cleaned(Value) !== Value) {
      refuse(`keys and values of letters, digits, spaces and _.:/=+-@ only; ${quoted(Key)} has others`);
    }
    if (OWN.has(Key)) refuse(`other keys than the job's own tags, and ${quoted(Key)} is one of those`);
    return { Key, Value };
  });
}

function parsed(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as Record<string, unknown>;
    }
  } catch {
    // The same answer for what is no JSON at all.
  }
  return refuse('a JSON object, such as {"Team": "shop"}');
}

function cleaned(value: string): string {
  return value.replace(FOREIGN, '_').slice(0, MOST_VALUE);
}

function quoted(key: string): string {
  return JSON.stringify(key.length > MOST_KEY ? `${key.slice(0, MOST_KEY)}…` : key);
}

function refuse(takes: string): never {
  throw new Failure(badInputs([{ input: 'custom-tags', takes }]));
}
