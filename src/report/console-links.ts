import { consoleHost, partitionOf } from '../aws/region.ts';
import type { BootstrapReport, ResourceCheck } from '../bootstrap/status.ts';

/**
 * The page of the AWS console that shows a resource of the bootstrap, in its partition and region; undefined if the
 * resource does not exist, or the partition has no public console.
 */
export function consolePage(
  { resource, name, state }: ResourceCheck,
  { account, region }: Pick<BootstrapReport, 'account' | 'region'>,
): string | undefined {
  const host = consoleHost(partitionOf(region));
  if (!host || !['present', 'created', 'repaired'].includes(state)) return undefined;
  const page = (path: string) => `https://${region}.${host}/${path}?region=${region}`;
  switch (resource) {
    case 'record':
      // The console encodes the slashes of a parameter's name twice.
      return page(`systems-manager/parameters/${encodeURIComponent(encodeURIComponent(name))}/description`);
    case 'state bucket':
    case 'asset bucket':
      return page(`s3/buckets/${encodeURIComponent(name)}`);
    case 'repository':
      // Its name is its URL: <account>.dkr.ecr.<region>.amazonaws.com/sst-asset
      return page(
        `ecr/repositories/private/${account}/${encodeURIComponent(name.split('/').slice(1).join('/') || name)}`,
      );
    default:
      return undefined;
  }
}
