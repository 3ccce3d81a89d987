import { Denied, type Refused } from '../aws/errors.ts';
import { place, statementFor, type Where } from '../aws/messages.ts';
import type { Session } from '../credentials/session.ts';
import { NOTHING_EXPORTED, type Problem } from '../failure.ts';
import type { AttemptState } from '../github/rest.ts';
import { ago, lines, plain, span } from '../text.ts';
import type { Lock, UpdateRecord } from './records.ts';
import type { AppStage } from './stage.ts';
import type { Durations, SessionTime, Update } from './updates.ts';

export function durationWords({ count, median, longest }: Durations): string {
  if (count === 1) return `the last update took ${span(longest)}`;
  return `the last ${count} updates took ${span(median)} (median), at most ${span(longest)}`;
}

const NOT_LOOKED =
  'the bootstrap was not checked, the app or the stage is not known, or the state is not kept in AWS';

/** Why S3 was not able to say something, in parentheses. */
export const becauseOf = (refused: Refused): string =>
  refused instanceof Denied ? refused.permission.action : plain(`S3: ${refused.code}`, 60);

/** Something of the stage was not looked at: a notice, since the deploy itself is not affected. */
export function notChecked(looks: ReadonlyMap<string, Refused>, where: Where): Problem {
  const refusals = [...looks.values()];
  const statements = refusals.flatMap(refused =>
    refused instanceof Denied ? statementFor(refused.permission, where) : [],
  );
  return {
    title: `Not checked: ${[...looks.keys()].join(', ')}`,
    what: `S3 did not let this step look at the state of the stage in ${place(where)} (${[...new Set(refusals.map(becauseOf))].join(', ')}). Everything else was checked.`,
    next:
      statements.length > 0
        ? lines("To have it checked, add this to the role's policy:", ...new Set(statements))
        : undefined,
  };
}

export function stageIsNew({ app, stage }: AppStage, stages: readonly string[], where: Where): Problem {
  const others = closestFirst(stages, stage);
  const more = others.length > 10 ? ` and ${others.length - 10} more` : '';
  return {
    title: `The stage ${stage} is new`,
    what: `The stage ${stage} of ${app} was never deployed in ${place(where)}: it has neither a state nor a passphrase there. \`new-stage: fail\` is set. ${NOTHING_EXPORTED}`,
    next: lines(
      others.length > 0
        ? `Stages of ${app} there, the closest name first: ${others.slice(0, 10).join(', ')}${more}. If you meant one of them, correct \`stage\`.`
        : `No stage of ${app} was ever deployed there: check that the role and the region are the right ones.`,
      'To deploy a new stage on purpose, write `new-stage: allow` for that run.',
    ),
  };
}

/** `new-stage: fail`, and it cannot be told. @param refused undefined if nothing was looked at. */
export function newStageNotChecked(refused: Refused | undefined, where: Where): Problem {
  const reason = refused ? becauseOf(refused) : NOT_LOOKED;
  const allow =
    refused instanceof Denied
      ? lines("Add this to the role's policy:", statementFor(refused.permission, where))
      : 'Run the job again,';
  return {
    title: 'It is not known whether the stage is new',
    what: `\`new-stage: fail\` is set, but this step could not check in ${place(where)} whether the stage was deployed before (${reason}). ${NOTHING_EXPORTED}`,
    next: lines(allow, 'or write `new-stage: allow`.'),
  };
}

/** The newest update has not ended, and nothing is locked. */
export function cutOff({ app, stage }: AppStage, update: Update & UpdateRecord): Problem {
  const how =
    update.outcome === 'unlocked'
      ? 'did not complete and was unlocked by force'
      : 'never ended: it was killed, or SST stopped before it changed anything';
  return {
    title: `The last deploy of stage ${stage} was cut off`,
    what: `The last update of the stage ${stage} of ${app} (${commandWords(update)}) ${how}.`,
    next: `If it was changing resources, ${pending(stage)}`,
  };
}

/** The command that made an update or holds a lock, as clauses; '' if nothing is known of it. */
function commandWords({ command, started, id, runId }: Lock): string {
  return [
    command && `\`sst ${plain(command, 40)}\``,
    started && `started ${started.toISOString()} (${ago(started)})`,
    id && `update ${plain(id, 60)}`,
    runId && `run ${plain(runId, 200)}`,
  ]
    .filter(Boolean)
    .join(', ');
}

const pending = (stage: string): string =>
  `expect pending operations: run \`sst refresh --stage ${stage}\` before you deploy.`;

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

export function sessionShort(
  { stage }: AppStage,
  { longest, count }: Durations,
  { left, advised, capped }: SessionTime,
  { chained, inPlace }: Pick<Session, 'chained' | 'inPlace'>,
): Problem {
  const last = count === 1 ? 'the last update' : `the longest of the last ${count} updates`;
  let next = lines(
    `${capped ? 'A session lasts 12 hours at most. ' : ''}Write \`role-duration-seconds: ${advised}\` under \`with:\` of this step. The role's maximum session duration must allow it:`,
    `  aws iam update-role --role-name … --max-session-duration ${Math.max(advised, 3600)}`,
  );
  if (inPlace) next = 'The credentials were in the environment already: get credentials that last longer.';
  else if (capped && chained)
    next =
      'With role chaining, a session lasts one hour at most. Assume the role directly with OIDC, without the first role. Then `role-duration-seconds` can be up to 43200.';
  return {
    title: 'The session might end before the deploy',
    what: `The session lasts ${span(left)} more, and ${last} of the stage ${stage} took ${span(longest)}. A deploy that takes longer than its session fails half-way.`,
    next,
  };
}

/** What is known of the run that holds a lock; or why GitHub is not asked, as one of KEPT. */
export type Holder = AttemptState | { readonly is: 'not asked'; readonly why: string };

/** @param kept why `stale-lock: remove` left the lock, as one of KEPT. @param isOwn whether this very run holds it. */
export function locked(
  { app, stage }: AppStage,
  lock: Lock,
  holder: Holder,
  { kept, isOwn }: { readonly kept: string | undefined; readonly isOwn: boolean },
): Problem {
  const words = commandWords(lock);
  const by = words ? `: ${words}` : ', in a form that cannot be read';
  const unlock = `run \`sst unlock --stage ${stage}\``;
  let next = `If no deploy of that stage is running, one was killed and left the lock: ${unlock}.`;
  if (isOwn)
    next = lines(
      'That is this run: another of its jobs deploys the stage, or an earlier step or job of it was stopped in the middle of a deploy.',
      `Let the jobs of one stage run one after another (\`needs\`). If none of them is deploying, ${unlock}.`,
    );
  else if (holder.is === 'running')
    next =
      'Wait until that run has ended. With `concurrency` in the workflow, GitHub deploys one run at a time.';
  else if (holder.is === 'completed')
    next = lines(
      `The lock is stale: ${unlock}, or write \`stale-lock: remove\` under \`with:\` of this step.`,
      `Then ${pending(stage)}`,
    );
  return {
    title: `Stage ${stage} is locked`,
    what: [
      `The stage ${stage} of ${app} is locked${by}.`,
      verdictOn(holder),
      kept,
      'Until the lock is gone, `sst deploy` fails with "Concurrent update detected".',
    ]
      .filter(Boolean)
      .join(' '),
    next,
  };
}

/** What GitHub says of the run that holds the lock, as a sentence; empty if it was not asked. */
export function verdictOn(holder: Holder): string {
  if (holder.is === 'not asked') return '';
  if (holder.is === 'unknown') return `Whether that run has ended is not known: ${holder.why}.`;
  if (holder.is === 'running')
    return `GitHub says that this run is still running (${plain(holder.status, 40)}).`;
  return `GitHub says that this run is completed (${plain(holder.conclusion, 40)} ${ago(holder.ended)}).`;
}

/** Why `stale-lock: remove` left the lock, as a sentence. */
export const KEPT = {
  noToken:
    '`stale-lock: remove` needs `github-token`, to ask GitHub whether that run has ended: the lock stays.',
  notARun:
    'It does not name a run of this GitHub server, so `stale-lock: remove` cannot tell whether it is stale: the lock stays.',
  foreignUpdate: "Its update ID is not one of SST's, so `stale-lock: remove` does not apply: the lock stays.",
  changed: 'It changed while GitHub was asked, because another deploy has begun: the lock stays.',
  refused: (refused: Refused) =>
    `\`stale-lock: remove\` could not remove it (${becauseOf(refused)}): the lock stays.`,
} as const;

export const lockNotChecked = (): Problem => ({
  title: 'The lock was not checked',
  what: `\`stale-lock: remove\` is set, but this step did not look for a lock: ${NOT_LOOKED}.`,
  next: 'To have it checked, use `bootstrap: verify` or `ensure`, and set `working-directory` to the folder of the app.',
});

export const lockRemoved = ({ app, stage }: AppStage, lock: Lock, holder: Holder): Problem => ({
  title: `The stale lock of stage ${stage} was removed`,
  what: `The stage ${stage} of ${app} was locked: ${commandWords(lock)}. ${verdictOn(holder)} The step removed the lock as \`sst unlock\` does.`,
  next: `That command was cut off, so ${pending(stage)}`,
});

/** The names in the order of how much of the wanted one they begin with; equally close ones in their own order. */
export function closestFirst(names: readonly string[], wanted: string): string[] {
  const shared = (name: string) => {
    let at = 0;
    while (at < wanted.length && name[at]?.toLowerCase() === wanted[at]?.toLowerCase()) at++;
    return at;
  };
  return names.toSorted((a, b) => shared(b) - shared(a));
}
