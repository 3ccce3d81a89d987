import { dirname } from 'node:path';
import { JOB, type Job } from '../github/claims.ts';

/** The folders and files of one step. */
export interface StepFolders {
  home: string;
  temp: string;
  workspace: string;
  /** GITHUB_EVENT_PATH. */
  event: string;
  /** The command files by their variable: GITHUB_ENV, GITHUB_OUTPUT, GITHUB_STATE, GITHUB_PATH, GITHUB_STEP_SUMMARY. */
  files: Record<string, string>;
}

/** The number of the pull request in every `pull_request` event made here. */
export const PULL_REQUEST = 7;

/** The job as the runner and the token service see it: a pull request's ref is its merge commit's. */
export function jobOf(job: Partial<Job> = {}): Job {
  const whole = { ...JOB, ...job };
  const ref = whole.event === 'pull_request' ? `refs/pull/${PULL_REQUEST}/merge` : whole.ref;
  return { ...whole, ref: job.ref ?? ref };
}

/** The event's payload: the repository, and for a pull request its head and base. */
export function eventOf(job: Job): Record<string, unknown> {
  const repository = {
    full_name: `${job.owner}/${job.repository}`,
    owner: { login: job.owner },
    private: true,
  };
  if (job.event !== 'pull_request')
    return { ref: job.ref, after: job.sha, repository, sender: { login: job.actor } };
  const side = (ref: string) => ({
    ref,
    sha: job.sha,
    repo: { full_name: repository.full_name, fork: false },
  });
  return {
    action: 'synchronize',
    number: PULL_REQUEST,
    pull_request: {
      number: PULL_REQUEST,
      head: side('feature'),
      base: side('main'),
      user: { login: job.actor },
    },
    repository,
    sender: { login: job.actor },
  };
}

/**
 * The variables that the runner sets for every step (GitHub docs, "Default environment variables"); only PATH is taken
 * from this machine.
 */
export function stepEnvironment(job: Job, folders: StepFolders): Record<string, string> {
  const repository = `${job.owner}/${job.repository}`;
  const pullRequest = job.event === 'pull_request';
  return {
    // This process's Node first, so that the action starts the same `node` that runs it.
    PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
    HOME: folders.home,
    USER: 'runner',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: '__self',
    GITHUB_ACTOR: job.actor,
    GITHUB_ACTOR_ID: '583231',
    GITHUB_TRIGGERING_ACTOR: job.actor,
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_GRAPHQL_URL: 'https://api.github.com/graphql',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_BASE_REF: pullRequest ? 'main' : '',
    GITHUB_HEAD_REF: pullRequest ? 'feature' : '',
    GITHUB_EVENT_NAME: job.event,
    GITHUB_EVENT_PATH: folders.event,
    GITHUB_JOB: 'deploy',
    GITHUB_REF: job.ref,
    GITHUB_REF_NAME: job.ref.replace(/^refs\/(heads|tags|pull)\//, ''),
    GITHUB_REF_TYPE: job.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    GITHUB_REF_PROTECTED: 'false',
    GITHUB_REPOSITORY: repository,
    GITHUB_REPOSITORY_ID: job.repositoryId,
    GITHUB_REPOSITORY_OWNER: job.owner,
    GITHUB_REPOSITORY_OWNER_ID: job.ownerId,
    GITHUB_RETENTION_DAYS: '90',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: job.runId,
    GITHUB_RUN_NUMBER: '12',
    GITHUB_SHA: job.sha,
    GITHUB_WORKFLOW: job.workflow,
    GITHUB_WORKFLOW_REF: `${repository}/.github/workflows/deploy.yml@${job.ref}`,
    GITHUB_WORKFLOW_SHA: job.sha,
    GITHUB_WORKSPACE: folders.workspace,
    RUNNER_ARCH: process.arch === 'arm64' ? 'ARM64' : 'X64',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_NAME: 'local',
    RUNNER_OS: process.platform === 'darwin' ? 'macOS' : 'Linux',
    RUNNER_TEMP: folders.temp,
    RUNNER_TOOL_CACHE: folders.temp,
    ...folders.files,
  };
}
