import type { EventPayload } from '../github/context.ts';

// Of these events, GITHUB_REF is the base or default branch: without the payload, a pull request would be taken for `main`.
const NEED_PAYLOAD =
  /^(?:pull_request_target|pull_request_review|pull_request_review_comment|issue_comment|workflow_run)$/;

/**
 * The stage that `stage: auto` stands for (docs/stage.md lists every event); or why there is none, as the end of a sentence.
 *
 * @param payload undefined if it cannot be read.
 */
export function stageOfEvent(
  { GITHUB_EVENT_NAME: event = '', GITHUB_REF: ref = '' }: NodeJS.ProcessEnv,
  payload: EventPayload | undefined,
): { readonly stage?: string; readonly none?: string } {
  if (NEED_PAYLOAD.test(event) && !payload)
    return { none: `the payload of the event ${event} cannot be read` };
  const [, merged] = /^refs\/pull\/([1-9]\d*)\/(?:merge|head)$/.exec(ref) ?? [];
  const pull = pullRequestOf(payload ?? {}) ?? merged;
  if (pull === 'unknown')
    return { none: 'the event workflow_run does not say which pull request its run was for' };
  if (pull !== undefined) return { stage: `pr-${pull}` };
  const [, name] = /^refs\/(?:heads|tags)\/(.+)$/s.exec(ref) ?? [];
  if (name === undefined)
    return { none: `the event ${event || 'of this job'} has no pull request, branch or tag` };
  // As SST's own autodeploy makes it (SST documentation, `console.autodeploy.target`), and in lower case.
  const stage = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return stage === '' ? { none: `the name ${JSON.stringify(name)} has no letter or digit` } : { stage };
}

function pullRequestOf({ pull_request, issue, workflow_run }: EventPayload): number | 'unknown' | undefined {
  const number = pull_request?.number ?? (issue?.pull_request ? issue.number : undefined);
  if (isNumber(number)) return number;
  if (typeof workflow_run?.event !== 'string' || !workflow_run.event.startsWith('pull_request'))
    return undefined;
  // GitHub lists no pull request for a run of a fork, and each that the head branch has.
  const pulls: unknown[] = Array.isArray(workflow_run.pull_requests) ? workflow_run.pull_requests : [];
  const [only] = pulls as Array<{ readonly number?: unknown } | null>;
  return pulls.length === 1 && isNumber(only?.number) ? only.number : 'unknown';
}

function isNumber(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}
