import { Denied, type Refused } from '../aws/errors.ts';
import { lines, place, statementFor, type Where } from '../aws/messages.ts';
import { NOTHING_EXPORTED, type Problem } from '../failure.ts';
import { plain } from '../text.ts';
import type { CutOff } from './history.ts';
import type { SessionTime } from './session-time.ts';
import type { AppStage, StageReport } from './stage.ts';
import type { Durations } from './updates.ts';

/** How many other stages are named. */
const NAMED = 10;

/** The step's knowledge of the stage, clause by clause, in the log and the summary. */
export const FACT = {
  existence: (exists: boolean) => (exists ? 'deployed before' : 'never deployed here'),
  lock: (state: StageReport['lock']) =>
    ({
      none: 'not locked',
      held: 'locked',
      removed: 'stale lock removed',
      'not checked': 'lock not checked',
    })[state],
  durations: ({ count, median, longest }: Durations) =>
    count === 1
      ? `the last update took ${span(longest)}`
      : `the last ${count} updates took ${span(median)} (median), at most ${span(longest)}`,
  cutOff: 'the last update was cut off',
  nothingChecked: 'not checked',
  notChecked: (what: string, because: string) => `${what} not checked (${because})`,
} as const;

/** Why `new-stage: fail` cannot tell, if nothing was looked at. */
export const NOT_LOOKED =
  'the bootstrap was not checked, the app or the stage is not known, or the state is not kept in AWS';

/** What might not be checked, in `FACT.notChecked`. */
export const SUBJECT = {
  existence: 'whether it was deployed before',
  lock: 'lock',
  updates: 'last deploys',
} as const;

export const LOG = {
  facts: (facts: readonly string[]) => `Stage: ${facts.join('; ')}.`,
  others: (app: string, stages: readonly string[]) => `Stages of ${app} here: ${stages.join(', ')}.`,
} as const;

/** Why S3 was not able to say something, in `FACT.notChecked`. */
export function becauseOf(refused: Refused): string {
  return refused instanceof Denied ? refused.permission.action : plain(`S3: ${refused.code}`, 60);
}

/** Something of the stage was not looked at: a notice, since the deploy itself is not affected. */
export function notChecked(
  looks: ReadonlyArray<{ readonly subject: string; readonly refusal: Refused }>,
  where: Where,
): Problem {
  const reasons = [...new Set(looks.map(({ refusal }) => becauseOf(refusal)))];
  const statements = looks.flatMap(({ refusal }) =>
    refusal instanceof Denied ? [statementFor(refusal.permission, where)] : [],
  );
  return {
    title: `Not checked: ${looks.map(({ subject }) => subject).join(', ')}`,
    what: `S3 did not let this step look at the state of the stage in ${place(where)} (${reasons.join(', ')}). Everything else was checked.`,
    ...(statements.length > 0
      ? { next: lines("To have it checked, add this to the role's policy:", ...new Set(statements)) }
      : {}),
  };
}

/** `new-stage: fail`, and the stage is new. */
export function stageIsNew({ app, stage }: AppStage, stages: readonly string[], where: Where): Problem {
  const others = closestFirst(
    stages.filter(name => name !== stage),
    stage,
  );
  const more = others.length > NAMED ? ` and ${others.length - NAMED} more` : '';
  return {
    title: `The stage ${stage} is new`,
    what: `The stage ${stage} of ${app} was never deployed in ${place(where)}: it has neither a state nor a passphrase there. \`new-stage: fail\` is set. ${NOTHING_EXPORTED}`,
    next: lines(
      others.length > 0
        ? `Stages of ${app} there, the closest name first: ${others.slice(0, NAMED).join(', ')}${more}. If you meant one of them, correct \`stage\`.`
        : `No stage of ${app} was ever deployed there: check that the role and the region are the right ones.`,
      'To deploy a new stage on purpose, write `new-stage: allow` for that run.',
    ),
  };
}

/** `new-stage: fail`, and it cannot be told. */
export function newStageNotChecked(because: string | Refused, where: Where): Problem {
  const refused = typeof because === 'string' ? undefined : because;
  const reason = typeof because === 'string' ? because : becauseOf(because);
  return {
    title: 'It is not known whether the stage is new',
    what: `\`new-stage: fail\` is set, but this step could not check in ${place(where)} whether the stage was deployed before (${reason}). ${NOTHING_EXPORTED}`,
    next:
      refused instanceof Denied
        ? lines(
            "Add this to the role's policy:",
            statementFor(refused.permission, where),
            'or write `new-stage: allow`.',
          )
        : 'Run the job again, or write `new-stage: allow`.',
  };
}

/** The newest update has not ended, and nothing is locked. */
export function cutOff({ app, stage }: AppStage, { update: { id, started }, record }: CutOff): Problem {
  const command = record.command === '' ? '' : ` (\`sst ${plain(record.command, 40)}\`)`;
  const run = record.runId === '' ? '' : `, run ${plain(record.runId, 200)}`;
  const how =
    record.outcome === 'unlocked'
      ? 'did not complete and was unlocked by force'
      : 'never ended: it was killed, or SST stopped before it changed anything';
  return {
    title: `The last deploy of stage ${stage} was cut off`,
    what: `The last update of the stage ${stage} of ${app}${command}, started ${started.toISOString()}, update ${id}${run}, ${how}.`,
    next: `If it was changing resources, expect pending operations: run \`sst refresh --stage ${stage}\` before you deploy.`,
  };
}

/** There is a state, and nothing to decrypt it with. */
export function passphraseMissing({ app, stage }: AppStage, where: Where): Problem {
  const name = `/sst/passphrase/${app}/${stage}`;
  return {
    title: `The passphrase of stage ${stage} is gone`,
    what: `There is a state of ${app} in stage ${stage} in ${place(where)}, but not its passphrase, the parameter ${name}. SST would make a new one and could not read the secrets in the state.`,
    next: lines(
      'Before you deploy, put the old value back as a SecureString. It is in a backup, or in the account or region that the state was copied from:',
      `  aws ssm put-parameter --name ${name} --region ${where.region} --type SecureString --value …`,
    ),
  };
}

/** Deploys take longer than the session lasts. */
export function sessionShort(
  { stage }: AppStage,
  { longest, count }: Durations,
  { left, advised, capped }: SessionTime,
  session: { readonly chained: boolean; readonly inPlace: boolean },
): Problem {
  const last = count === 1 ? 'the last update' : `the longest of the last ${count} updates`;
  const what = `The session lasts ${span(left)} more, and ${last} of the stage ${stage} took ${span(longest)}. A deploy that takes longer than its session fails half-way.`;
  const problem = { title: 'The session might end before the deploy', what };
  if (session.inPlace)
    return {
      ...problem,
      next: 'The credentials were in the environment already: get credentials that last longer.',
    };
  if (capped && session.chained)
    return {
      ...problem,
      what: `${what} With role chaining, a session lasts one hour at most.`,
      next: 'Assume the role directly with OIDC, without the first role. Then `role-duration-seconds` can be up to 43200.',
    };
  return {
    ...problem,
    what: capped ? `${what} A session lasts 12 hours at most.` : what,
    next: lines(
      `Write \`role-duration-seconds: ${advised}\` under \`with:\` of this step. The role's maximum session duration must allow it:`,
      `  aws iam update-role --role-name … --max-session-duration ${Math.max(advised, 3600)}`,
    ),
  };
}

/** A duration in its two largest units. */
export function span(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** The names in the order of their likeness to the wanted one, the closest first; equally close ones in their own order. */
export function closestFirst(names: readonly string[], wanted: string): string[] {
  const distances = new Map(names.map(name => [name, distance(name.toLowerCase(), wanted.toLowerCase())]));
  return [...names].sort((a, b) => (distances.get(a) ?? 0) - (distances.get(b) ?? 0));
}

/** Levenshtein's distance: how many characters have to be inserted, removed or replaced. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, replaced));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
