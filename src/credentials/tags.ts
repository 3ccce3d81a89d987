import { Failure } from '../failure.ts';
import { badInputs, TAKES } from '../inputs/messages.ts';
import { objectIn } from '../json.ts';
import { quoted } from '../text.ts';

export type SessionTags = ReturnType<typeof sessionTags>;

// Names, order and variables are those of configure-aws-credentials, because trust policies use them.
const ESSENTIAL = {
  Repository: 'GITHUB_REPOSITORY',
  Workflow: 'GITHUB_WORKFLOW',
  Action: 'GITHUB_ACTION',
  Actor: 'GITHUB_ACTOR',
  Commit: 'GITHUB_SHA',
  Branch: 'GITHUB_REF',
};
const DROPPABLE = {
  EventName: 'GITHUB_EVENT_NAME',
  BaseRef: 'GITHUB_BASE_REF',
  HeadRef: 'GITHUB_HEAD_REF',
  RunId: 'GITHUB_RUN_ID',
  Job: 'GITHUB_JOB',
  TriggeringActor: 'GITHUB_TRIGGERING_ACTOR',
};
const OWN = new Set(['GitHub', ...Object.keys({ ...ESSENTIAL, ...DROPPABLE })]);

// STS API reference, Tag and AssumeRole.
const FOREIGN = /[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu;
const MOST_KEY = 128;
const MOST_VALUE = 256;
const MOST_TAGS = 50;

/**
 * The tags of the job, from the runner's variables, and after them those of `custom-tags`.
 *
 * @returns all, and those without the tags of the event and the run: sent if STS says that all are too large.
 * @throws Failure if `custom-tags` is not valid, or if there are too many tags.
 */
export function sessionTags(environment: NodeJS.ProcessEnv, custom: string | undefined) {
  const tags = (variables: Readonly<Record<string, string>>) =>
    Object.entries(variables)
      .map(([Key, variable]) => ({ Key, Value: cleaned(environment[variable] ?? '') }))
      .filter(({ Value }) => Value !== '');
  const essential = [{ Key: 'GitHub', Value: 'Actions' }, ...tags(ESSENTIAL)];
  const all = [...essential, ...tags(DROPPABLE)];
  const own = custom === undefined ? [] : customTags(custom);
  if (all.length + own.length > MOST_TAGS) refuse(TAKES.tags.atMost(MOST_TAGS - all.length, MOST_TAGS));
  return { all: [...all, ...own], essential: [...essential, ...own] };
}

/**
 * Parses `custom-tags`, a JSON object of texts, numbers and booleans.
 *
 * @throws Failure that says what is wrong with it. Values are not shown, because they might come from secrets.
 */
export function customTags(json: string) {
  return Object.entries(objectIn(json) ?? refuse(TAKES.tags.object)).map(([Key, value]) => {
    const name = quoted(Key, MOST_KEY);
    const Value = String(value);
    if (typeof value === 'object') refuse(TAKES.tags.scalar(name));
    if (Key === '' || Key.length > MOST_KEY || Value.length > MOST_VALUE)
      refuse(TAKES.tags.length(MOST_KEY, MOST_VALUE, name));
    if (cleaned(Key) !== Key || cleaned(Value) !== Value) refuse(TAKES.tags.characters(name));
    if (OWN.has(Key)) refuse(TAKES.tags.other(name));
    return { Key, Value };
  });
}

const cleaned = (value: string) => value.replace(FOREIGN, '_').slice(0, MOST_VALUE);

function refuse(takes: string): never {
  throw new Failure(badInputs([{ input: 'custom-tags', takes }]));
}
