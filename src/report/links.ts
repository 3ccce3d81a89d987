import { consoleHost, partitionOf } from '../aws/region.ts';
import type { BootstrapReport, ResourceCheck } from '../bootstrap/status.ts';
import { SERVER } from '../github/context.ts';

export type LinkContext = Readonly<ReturnType<typeof readLinkContext>>;

/** What links and times depend on, from the runner's variables; a value of another form than GitHub's makes no link. */
export function readLinkContext(environment: NodeJS.ProcessEnv) {
  const matching = (form: RegExp, text = '') => (form.test(text) ? text : '');
  return {
    server: matching(SERVER, environment['GITHUB_SERVER_URL']) || 'https://github.com',
    /** `acme/shop`; '' outside GitHub Actions. */
    repository: matching(/^[\w.-]+\/[\w.-]+$/, environment['GITHUB_REPOSITORY']),
    /** The commit that was checked out; '' if it is not known. */
    sha: matching(/^[0-9a-f]{40,64}$/, environment['GITHUB_SHA']),
    now: new Date(),
  };
}

/** The address of a file of the repository, as it was checked out; undefined if it has none. */
export function fileAddress({ server, repository, sha }: LinkContext, file: string, line?: number) {
  if (!repository || !sha || file.startsWith('/') || file.includes('\\')) return undefined;
  const name = file.split('/').map(encodeURIComponent).join('/');
  return `${server}/${repository}/blob/${sha}/${name}${line === undefined ? '' : `#L${line}`}`;
}

/**
 * The page of the AWS console that shows a resource of the bootstrap; undefined if the resource does not exist, or the
 * partition has no public console.
 */
export function consolePage(
  { resource, name, state }: ResourceCheck,
  { account, region }: Pick<BootstrapReport, 'account' | 'region'>,
): string | undefined {
  const host = consoleHost(partitionOf(region));
  if (!host || !['present', 'created', 'repaired'].includes(state)) return undefined;
  const bucket = `s3/buckets/${encodeURIComponent(name)}`;
  // Its name is its URL: <account>.dkr.ecr.<region>.amazonaws.com/sst-asset
  const repository = encodeURIComponent(name.split('/').slice(1).join('/') || name);
  const paths: Readonly<Record<string, string>> = {
    // The console encodes the slashes of a parameter's name twice.
    record: `systems-manager/parameters/${encodeURIComponent(encodeURIComponent(name))}/description`,
    'state bucket': bucket,
    'asset bucket': bucket,
    repository: `ecr/repositories/private/${account}/${repository}`,
  };
  const path = paths[resource];
  return path && `https://${region}.${host}/${path}?region=${region}`;
}
