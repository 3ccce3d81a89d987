/** The claims that GitHub puts into a job's ID token. A test can omit some or add others. */
export type Claims = Record<string, string>;

/** The job's repository, ref and so on, from which the claims are made. */
export interface Job {
  owner: string;
  repository: string;
  ownerId: string;
  repositoryId: string;
  /** `refs/heads/main`, `refs/pull/7/merge`, `refs/tags/v1`. */
  ref: string;
  sha: string;
  event: string;
  actor: string;
  workflow: string;
  /** The job's `environment:`, '' without one. */
  environment: string;
  runId: string;
  /**
   * Whether the repository's `sub` contains ids, as for repositories that were created, renamed or moved since July
   * 2026.
   */
  immutableSubject: boolean;
}

export const JOB: Job = {
  owner: 'acme',
  repository: 'shop',
  ownerId: '123456',
  repositoryId: '456789',
  ref: 'refs/heads/main',
  sha: '3f2a9c81d4e5b6a7980c1d2e3f4a5b6c7d8e9f01',
  event: 'push',
  actor: 'octocat',
  workflow: 'Deploy',
  environment: '',
  runId: '17000000001',
  immutableSubject: false,
};

/** GitHub's claims for the job. All values are texts, ids too (GitHub docs, "OpenID Connect reference"). */
export function claimsOf(job: Job): Claims {
  const repository = `${job.owner}/${job.repository}`;
  const workflowRef = `${repository}/.github/workflows/deploy.yml@${job.ref}`;
  return {
    sub: subjectOf(job),
    ...(job.environment && { environment: job.environment }),
    ref: job.ref,
    sha: job.sha,
    repository,
    repository_owner: job.owner,
    repository_id: job.repositoryId,
    repository_owner_id: job.ownerId,
    repository_visibility: 'private',
    actor: job.actor,
    actor_id: '583231',
    run_id: job.runId,
    run_number: '12',
    run_attempt: '1',
    runner_environment: 'github-hosted',
    workflow: job.workflow,
    workflow_ref: workflowRef,
    workflow_sha: job.sha,
    job_workflow_ref: workflowRef,
    job_workflow_sha: job.sha,
    event_name: job.event,
    head_ref: job.event === 'pull_request' ? 'feature' : '',
    base_ref: job.event === 'pull_request' ? 'main' : '',
    ref_type: job.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    ref_protected: 'false',
  };
}

/** The subject: an environment replaces the event, and a pull request replaces the ref. */
function subjectOf(job: Job): string {
  const owner = job.immutableSubject ? `${job.owner}@${job.ownerId}` : job.owner;
  const name = job.immutableSubject ? `${job.repository}@${job.repositoryId}` : job.repository;
  if (job.environment) return `repo:${owner}/${name}:environment:${job.environment}`;
  return `repo:${owner}/${name}:${job.event === 'pull_request' ? 'pull_request' : `ref:${job.ref}`}`;
}
