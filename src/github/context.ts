import { readFileSync, statSync } from 'node:fs';

/** What the runner's variables and the event that started the workflow tell of the job. */
export type JobContext = Readonly<ReturnType<typeof readContext>>;

// On these GitHub withholds secrets and write permissions when the head is a fork's; on pull_request_target, which runs
// the base's workflow, it does not (GitHub docs, "Events that trigger workflows", pull requests from forks).
const OF_THE_HEAD = new Set(['pull_request', 'pull_request_review', 'pull_request_review_comment']);

export interface EventPayload {
  readonly pull_request?: {
    readonly number?: unknown;
    readonly head?: { readonly sha?: unknown; readonly repo?: { readonly full_name?: unknown } | null };
    readonly base?: { readonly repo?: { readonly full_name?: unknown } };
  } | null;
  readonly issue?: { readonly number?: unknown; readonly pull_request?: unknown } | null;
  readonly workflow_run?: { readonly event?: unknown; readonly pull_requests?: unknown } | null;
}

/** Reads the context from the runner's variables and the event's payload (undefined if there is none). */
export function readContext(environment: NodeJS.ProcessEnv, payload?: EventPayload) {
  // `acme/shop/.github/workflows/deploy.yml@refs/heads/main`
  const [workflow = ''] = (environment['GITHUB_WORKFLOW_REF'] ?? '').split('@');
  return {
    /** The workflow's path, `.github/workflows/deploy.yml`; '' if it is not known. */
    workflowFile: workflow.replace(`${environment['GITHUB_REPOSITORY']}/`, ''),
    job: environment['GITHUB_JOB'] ?? '',
    restricted: restriction(environment, payload),
  };
}

/** Bytes of a payload: GitHub's own have 25 MB at most (its docs, "Webhook events and payloads"). */
const PAYLOAD_MAX = 25 * 1024 * 1024;

/** The payload of the event, as the runner left it; undefined if it cannot be read. */
export function readEvent(environment: NodeJS.ProcessEnv): EventPayload | undefined {
  const file = environment['GITHUB_EVENT_PATH'] ?? '';
  try {
    const payload = statSync(file).size > PAYLOAD_MAX ? undefined : JSON.parse(readFileSync(file, 'utf8'));
    return typeof payload === 'object' ? (payload ?? undefined) : undefined;
  } catch {
    return undefined;
  }
}

/** Why GitHub gives this run no secrets and, by default, no permission to request an ID token. */
function restriction(environment: NodeJS.ProcessEnv, payload?: EventPayload) {
  const { head, base } = payload?.pull_request ?? {};
  // The head's repository is null once the fork was deleted.
  const isFork = head && base?.repo && head.repo?.full_name !== base.repo.full_name;
  if (isFork && OF_THE_HEAD.has(environment['GITHUB_EVENT_NAME'] ?? '')) return 'fork' as const;
  // The restrictions stay when somebody else runs the workflow again (GitHub docs, "Troubleshooting Dependabot on
  // GitHub Actions"): GITHUB_ACTOR is still the bot then, GITHUB_TRIGGERING_ACTOR the person.
  return environment['GITHUB_ACTOR'] === 'dependabot[bot]' ? ('dependabot' as const) : undefined;
}

export type RunAttempt = NonNullable<ReturnType<typeof parseRunUrl>>;

/** A server without path, as GITHUB_SERVER_URL gives it. */
export const SERVER = /^https?:\/\/[\w.:-]+$/;
const ATTEMPT = /^\/([\w.-]+)\/([\w.-]+)\/actions\/runs\/([1-9]\d{0,15})\/attempts\/([1-9]\d{0,5})$/;

/** The URL of this run's attempt, from the runner's variables; undefined outside of GitHub Actions. */
export function ownRunUrl(environment: NodeJS.ProcessEnv): string | undefined {
  const { GITHUB_SERVER_URL: server = '', GITHUB_REPOSITORY: repository = '' } = environment;
  const url = `${server}/${repository}/actions/runs/${environment['GITHUB_RUN_ID']}/attempts/${environment['GITHUB_RUN_ATTEMPT']}`;
  return parseRunUrl(url, server) ? url : undefined;
}

/** What to export as SST_RUN_ID, which SST writes into its lock and updates; undefined if the job has set it already. */
export function sstRunId(environment: NodeJS.ProcessEnv): string | undefined {
  return environment['SST_RUN_ID'] ? undefined : ownRunUrl(environment);
}

/** The attempt that a run ID names; undefined if it is not the URL of an attempt on that GitHub server. */
export function parseRunUrl(runId: string, server: string) {
  if (!SERVER.test(server) || !runId.startsWith(`${server}/`)) return undefined;
  const [, owner = '', repository = '', run, attempt] = ATTEMPT.exec(runId.slice(server.length)) ?? [];
  // A client would take dots for steps in the path.
  if (run === undefined || /^\.\.?$/.test(owner) || /^\.\.?$/.test(repository)) return undefined;
  return { owner, repository, run: Number(run), attempt: Number(attempt) };
}
