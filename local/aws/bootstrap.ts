import { randomInt } from 'node:crypto';
import { bucketArn } from './arn.ts';
import { repositoryUri } from './ecr.ts';
import { newBucket } from './s3-buckets.ts';
import type { LocalAws } from './server.ts';
import type { Bucket } from './state.ts';

/** The record as SST writes it: these fields, in this order. */
export interface SstRecord {
  version: number;
  asset: string;
  assetEcrRegistryId: string;
  assetEcrUrl: string;
  state: string;
  appsyncHttp: string;
  appsyncRealtime: string;
}

export interface SstBootstrap {
  account: string;
  region: string;
  /** The number of completed steps: 5 for SST 4.17.1, fewer for an older SST. */
  version?: number;
}

const RECORD = '/sst/bootstrap';

/** Puts the bootstrap of SST 4.17.1 into the account, without a request. @returns the record. */
export function bootstrapAsSst(aws: LocalAws, { account, region, version = 5 }: SstBootstrap): SstRecord {
  const { state } = aws;
  const now = state.now();
  const letters = Array.from({ length: 12 }, () => String.fromCharCode(97 + randomInt(26))).join('');
  const asset = newBucket(`sst-asset-${letters}`, region, account, now);
  const store = newBucket(`sst-state-${letters}`, region, account, now);
  asset.notification =
    '<NotificationConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"></NotificationConfiguration>';
  store.versioning = 'Enabled';
  for (const bucket of [asset, store]) {
    if (version >= 4) bucket.policy = enforceTls(bucket);
    state.buckets.set(bucket.name, bucket);
  }
  const { repositories, parameters } = state.region(account, region);
  const uri = repositoryUri(account, region, 'sst-asset');
  if (version >= 2) repositories.set('sst-asset', { name: 'sst-asset', uri, created: now });
  const record: SstRecord = {
    version,
    asset: asset.name,
    assetEcrRegistryId: version >= 2 ? account : '',
    assetEcrUrl: version >= 2 ? uri : '',
    state: store.name,
    appsyncHttp: '',
    appsyncRealtime: '',
  };
  const parameter = parameters.get(RECORD) ?? { name: RECORD, history: [] };
  const value = JSON.stringify(record);
  parameter.history.push({ value, type: 'String', version: parameter.history.length + 1, modified: now });
  parameters.set(RECORD, parameter);
  return record;
}

export interface SstStage {
  account: string;
  region: string;
  app: string;
  stage: string;
  /** The passphrase, if a test needs it. */
  value?: string;
}

/** Puts into the account the passphrase that a stage's first deploy leaves, without a request. */
export function passphraseAsSst(aws: LocalAws, of: SstStage): void {
  const { account, region, app, stage, value = 'c2VjcmV0' } = of;
  const name = `/sst/passphrase/${app}/${stage}`;
  const history = [{ value, type: 'SecureString' as const, version: 1, modified: aws.state.now() }];
  aws.state.region(account, region).parameters.set(name, { name, history });
}

/** The policy of SST's fourth step. */
function enforceTls({ name, region }: Bucket): string {
  const arn = bucketArn(region, name);
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'EnforceSSLRequests',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: [arn, `${arn}/*`],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ],
  });
}
