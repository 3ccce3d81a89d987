import type { BootstrapReport } from '../bootstrap/status.ts';
import type { Problem } from '../failure.ts';
import type { Deployment, Override, ProfileCheck, ProfileVerdict } from '../sst/deployment.ts';
import type { StageReport } from '../stage/stage.ts';
import { span } from '../text.ts';
import type { Findings } from './findings.ts';
import { code, prose } from './markdown.ts';

/** The summary's heading, Markdown: which deploy, and the verdict. */
export function summaryTitle({ deployment, problem, exported }: Findings): string {
  const what = namesIn(deployment).map(code).join(' / ');
  const subject = what && deployment ? `${what} in ${code(deployment.region.name)}` : 'SST credentials';
  if (problem) return `❌ ${subject}: ${prose(problem.title)}`;
  return exported ? `✅ ${subject}: ready to deploy` : subject;
}

function namesIn(deployment: Deployment | undefined): string[] {
  return [deployment?.app, deployment?.stage?.name].filter(name => name !== undefined);
}

/** The last line of a step that succeeds, after the word "Ready": what will be deployed where, and what was exported. */
export function readyWords({ deployment, session, exported }: Findings): string {
  const where = [
    session && `account ${session.identity.account}`,
    deployment && `region ${deployment.region.name}`,
  ].filter(Boolean);
  const left =
    exported && exported.length > 0 ? `Exported ${exported.join(', ')}.` : 'No variable was to be exported.';
  return `to deploy ${namesIn(deployment).join(' / ') || 'here'}: ${where.join(', ')}. ${left}`;
}

export function sessionEnds(expires: Date | undefined, now: Date): string {
  if (!expires) return 'does not expire';
  const left = span(expires.getTime() - now.getTime());
  return `${left} left, until ${expires.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** The verdict on profiles, as a sentence without its subject, with `…` as code. */
export function profileSentence({ verdict, reason }: ProfileCheck, { profile, by }: Partial<Override> = {}) {
  const from = by === 'config' ? 'the config' : `\`${by}\``;
  const what = `${profile === undefined ? 'keys' : `\`${profile.replaceAll('`', "'")}\``} from ${from}`;
  return {
    none: 'none, SST will use these credentials',
    ignored: `${what}, which SST is told to ignore (\`SST_AWS_NO_PROFILE\`): it will use these credentials`,
    wins: `${what} would override these credentials`,
    'not checked': `not checked: ${reason}`,
  }[verdict];
}

/** An identity on the way, in a line or two: its kind and its name. */
export function identityWords(identity: string): string[] {
  const [, kind = '', name = ''] = /^arn:[\w-]+:(?:iam|sts)::\d*:(\w[\w-]*)\/(.+)$/.exec(identity) ?? [];
  if (kind === 'assumed-role') return ['role', name.split('/')[0] ?? ''];
  if (kind) return [kind.replace('-', ' '), name.split('/').at(-1) ?? ''];
  const [whose = '', of] = identity.split(/ of (.*)/s);
  return of ? [whose, of] : [whose];
}

export function diagramProfile({ profile, by, place }: Override): string[] {
  const where = place ? [`${place.file}${place.line === undefined ? '' : `:${place.line}`}`] : [];
  const from = by === 'AWS_PROFILE' && where.length === 0 ? ['AWS_PROFILE'] : where;
  return [profile === undefined ? 'keys' : `profile ${profile}`, ...from];
}

export const bootstrapWords = ({ status, record }: Pick<BootstrapReport, 'status' | 'record'>): string =>
  record ? `${status}, version ${record.version}` : status;

export function profileWords(verdict: ProfileVerdict): string {
  if (verdict === 'ignored') return 'ignored by SST';
  return verdict === 'wins' ? 'would override' : verdict;
}

export function stageWords({ exists, lock }: StageReport): string {
  if (lock === 'held') return 'locked';
  if (lock === 'removed') return 'stale lock removed';
  if (exists === undefined) return 'not checked';
  return exists ? 'deployed before' : 'new';
}

export const commentNeedsToken = (): Problem => ({
  title: 'No comment without a token',
  what: '`comment: true` is set, but the input `github-token` is empty.',
  next: 'Write `github-token: ${{ github.token }}` under `with:` of this step, and give the job `permissions: pull-requests: write`.',
});

export const commentRefused = (status: number | undefined): Problem => ({
  title: 'The token is not allowed to comment',
  what: `The pull request got no comment: GitHub answered HTTP ${status} to the token of \`github-token\`.`,
  next: 'Give the job `permissions: pull-requests: write`. On a pull request from a fork or of Dependabot the token can only read: there, the job summary has the same information.',
});

/** GitHub did not answer, or throttled the requests for longer than the step can wait. */
export const commentFailed = (reason: string): Problem => ({
  title: 'No comment was written',
  what: `The pull request's comment could not be written: ${reason}.`,
  next: 'The step goes on without it; the job summary has the same information.',
});

/** The time for the comment was over before the row was known to stay. */
export const commentUnsettled = (): Problem => ({
  title: 'The comment might lack a row',
  what: "GitHub was slow, or other jobs kept writing to the pull request's comment: this job's row might be missing there.",
  next: 'Run the job again to write it; the job summary has the same information.',
});
