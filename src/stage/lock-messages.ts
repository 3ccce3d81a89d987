import type { Refused } from '../aws/errors.ts';
import { lines } from '../aws/messages.ts';
import type { Problem } from '../failure.ts';
import type { AttemptState } from '../github/run-attempts.ts';
import { plain } from '../text.ts';
import { becauseOf, NOT_LOOKED } from './messages.ts';
import type { AppStage, Lock } from './stage.ts';

export function locked(
  { app, stage }: AppStage,
  lock: Lock,
  state: AttemptState | undefined,
  { kept, isOwn }: { readonly kept: string | undefined; readonly isOwn: boolean },
): Problem {
  const told = lockWords(lock);
  const by = told.length > 0 ? `: ${told.join(', ')}` : ', in a form that cannot be read';
  const verdict = state
    ? state.is === 'unknown'
      ? ` Whether that run has ended is not known: ${state.why}.`
      : ` GitHub says that this run is ${stateWords(state)}.`
    : '';
  return {
    title: `Stage ${stage} is locked`,
    what: `The stage ${stage} of ${app} is locked${by}.${verdict}${kept ? ` ${kept}` : ''} Until the lock is gone, \`sst deploy\` fails with "Concurrent update detected".`,
    next: wayOut(stage, state, isOwn),
  };
}

function wayOut(stage: string, state: AttemptState | undefined, isOwn: boolean): string {
  if (isOwn)
    return lines(
      'That is this run: another of its jobs deploys the stage, or an earlier step or job of it was stopped in the middle of a deploy.',
      `Let the jobs of one stage run one after another (\`needs\`). If none of them is deploying, run \`sst unlock --stage ${stage}\`.`,
    );
  if (state?.is === 'running')
    return 'Wait until that run has ended. With `concurrency` in the workflow, GitHub deploys one run at a time.';
  if (state?.is === 'completed')
    return lines(
      `The lock is stale: run \`sst unlock --stage ${stage}\`, or write \`stale-lock: remove\` under \`with:\` of this step.`,
      `Then expect pending operations: run \`sst refresh --stage ${stage}\` before you deploy.`,
    );
  return `If no deploy of that stage is running, one was killed and left the lock: run \`sst unlock --stage ${stage}\`.`;
}

function lockWords({ command, created, updateId, runId }: Lock): string[] {
  return [
    command && `\`sst ${plain(command, 40)}\``,
    created && `since ${created.toISOString()} (${ago(created)})`,
    updateId && `update ${plain(updateId, 60)}`,
    runId && `run ${plain(runId, 200)}`,
  ].filter(word => word !== undefined);
}

/** As the end of a sentence. */
export function stateWords(state: AttemptState): string {
  if (state.is === 'unknown') return `not known: ${state.why}`;
  if (state.is === 'running') return `still running (${plain(state.status, 40)})`;
  const when = state.ended ? ` ${ago(state.ended)}` : '';
  return `completed (${plain(state.conclusion, 40)}${when})`;
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

export const lockRemoved = ({ app, stage }: AppStage, lock: Lock, state: AttemptState): Problem => ({
  title: `The stale lock of stage ${stage} was removed`,
  what: `The stage ${stage} of ${app} was locked: ${lockWords(lock).join(', ')}. GitHub says that this run is ${stateWords(state)}. The step removed the lock as \`sst unlock\` does.`,
  next: `That command was cut off, so expect pending operations: run \`sst refresh --stage ${stage}\` before you deploy.`,
});

function ago(then: Date): string {
  const minutes = Math.max(0, Math.round((Date.now() - then.getTime()) / 60_000));
  if (minutes < 60) return `${minutes} min ago`;
  if (minutes < 48 * 60) return `${Math.round(minutes / 60)} h ago`;
  return `${Math.round(minutes / (24 * 60))} days ago`;
}
