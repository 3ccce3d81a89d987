import { Denied } from '../aws/errors.ts';
import type { BootstrapContext } from './context.ts';
import { LOG } from './log-messages.ts';

/** The parameter in which SST kept the asset bucket's name before step 3. */
const LEGACY_ASSET = '/sst/bootstrap/asset';

/** The asset bucket of the legacy bootstrap; undefined if there is none that can be used. Asked once per context. */
export function legacyAssetBucket(context: BootstrapContext): Promise<string | undefined> {
  context.legacyAssetBucket ??= findLegacy(context);
  return context.legacyAssetBucket;
}

async function findLegacy({ parameters, buckets, log }: BootstrapContext): Promise<string | undefined> {
  let value: string | undefined;
  try {
    value = (await parameters.read([LEGACY_ASSET])).get(LEGACY_ASSET)?.value;
  } catch (error) {
    // Only the ManageSecrets part of SST's policy grants it. Accounts of the last two years have no such parameter.
    if (!(error instanceof Denied)) throw error;
    log.debug(LOG.legacyNotChecked(LEGACY_ASSET, error.permission.action));
  }
  const bucket = bucketIn(value);
  if (bucket === undefined) return undefined;
  const found = await buckets.find(bucket);
  log.info(LOG.legacy(LEGACY_ASSET, bucket, found.is));
  return found.is === 'present' ? bucket : undefined;
}

function bucketIn(value: string | undefined): string | undefined {
  try {
    const { bucket } = JSON.parse(value ?? '') as { bucket?: unknown };
    return typeof bucket === 'string' && bucket !== '' ? bucket : undefined;
  } catch {
    return undefined;
  }
}
