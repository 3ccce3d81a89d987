/** One attempt of a workflow run. */
export interface RunAttempt {
  readonly owner: string;
  readonly repository: string;
  readonly run: number;
  readonly attempt: number;
}

/** A server without path, as GITHUB_SERVER_URL gives it. */
const SERVER = /^https?:\/\/[\w.:-]+$/;

const ATTEMPT = /^\/([\w.-]+)\/([\w.-]+)\/actions\/runs\/([1-9]\d{0,15})\/attempts\/([1-9]\d{0,5})$/;

/** The URL of this run's attempt, from the runner's variables; undefined outside of GitHub Actions. */
export function ownRunUrl(environment: NodeJS.ProcessEnv): string | undefined {
  const { GITHUB_SERVER_URL: server = '', GITHUB_REPOSITORY: repository = '' } = environment;
  const url = `${server}/${repository}/actions/runs/${environment['GITHUB_RUN_ID']}/attempts/${environment['GITHUB_RUN_ATTEMPT']}`;
  return SERVER.test(server) && parseRunUrl(url, server) ? url : undefined;
}

/**
 * What to export as SST_RUN_ID, which SST writes into its lock and its updates: the URL of this run's attempt.
 *
 * @returns undefined if the job has set the variable already.
 */
export function sstRunId(environment: NodeJS.ProcessEnv): string | undefined {
  return environment['SST_RUN_ID'] ? undefined : ownRunUrl(environment);
}

/** The attempt that a run ID names; undefined if it is not the URL of an attempt on that GitHub server. */
export function parseRunUrl(runId: string, server: string): RunAttempt | undefined {
  if (!SERVER.test(server) || !runId.startsWith(`${server}/`)) return undefined;
  const [, owner = '', repository = '', run, attempt] = ATTEMPT.exec(runId.slice(server.length)) ?? [];
  if (run === undefined || isDots(owner) || isDots(repository)) return undefined;
  return { owner, repository, run: Number(run), attempt: Number(attempt) };
}

/** Whether a client would take it for a step in the path. */
function isDots(name: string): boolean {
  return name === '.' || name === '..';
}
