// Every state of a bootstrap, and the result of each mode: the same table as in docs/bootstrap.md. The unit tests run
// the stage on it, and the action's tests run the built dist/.
import { bootstrapAsSst, type SstRecord } from '../../local/aws/bootstrap.ts';
import { repositoryUri } from '../../local/aws/ecr.ts';
import { newBucket } from '../../local/aws/s3-buckets.ts';
import { putObject } from '../../local/aws/s3-objects.ts';
import { ACCOUNT, type LocalAws } from '../../local/aws/server.ts';
import type { BootstrapStatus } from '../../src/bootstrap/status.ts';

const RECORD = '/sst/bootstrap';
const OTHER_ACCOUNT = '999999999999';

export interface Expected {
  readonly status: BootstrapStatus;
  /** The text of the error if the step stops. Absent if it passes. */
  readonly stops?: readonly RegExp[];
  /** The titles of the warnings. */
  readonly warns?: readonly string[];
  /** The writes, in order. Default: none. */
  readonly writes?: readonly string[];
  /** The fields of the record that changed. `names` that the run chose count too. */
  readonly record?: Readonly<Record<string, unknown>>;
  /** The requests of `verify`, in any order. */
  readonly requests?: readonly string[];
}

export interface State {
  readonly name: string;
  arrange(aws: LocalAws, region: string): void;
  readonly verify: Expected;
  readonly ensure: Expected;
}

/** The parsed record. Undefined if there is none. */
export function recordIn(aws: LocalAws, region: string): Record<string, unknown> | undefined {
  const value = aws.state.region(ACCOUNT, region).parameters.get(RECORD)?.history.at(-1)?.value;
  return value === undefined ? undefined : (JSON.parse(value) as Record<string, unknown>);
}

/** Writes a record by hand. */
export function setRecord(
  aws: LocalAws,
  region: string,
  value: string,
  type: 'String' | 'SecureString' = 'String',
): void {
  const { parameters } = aws.state.region(ACCOUNT, region);
  const history = parameters.get(RECORD)?.history ?? [];
  const version = history.length + 1;
  parameters.set(RECORD, { name: RECORD, history: [...history, { value, type, version, modified: 0 }] });
}

/** Everything in every bucket, by bucket and key, each version with its content. */
export function objectsIn(aws: LocalAws): Record<string, string[]> {
  return Object.fromEntries(
    [...aws.state.buckets.values()].flatMap(bucket =>
      [...bucket.objects].map(([key, versions]) => [
        `${bucket.name}/${key}`,
        versions.map(({ body }) => String(body)),
      ]),
    ),
  );
}

/** As SST made it, with an object in each bucket. */
function bySst(aws: LocalAws, region: string, version = 5): SstRecord {
  const record = bootstrapAsSst(aws, { account: ACCOUNT, region, version });
  for (const name of [record.asset, record.state]) fill(aws, name);
  return record;
}

/** A filled bucket of the older bootstrap, and the parameter that names it. @param value what the parameter holds. */
function withOlderAssets(aws: LocalAws, region: string, value: (bucket: string) => object): void {
  const older = newBucket('sst-asset-older', region, ACCOUNT, 0);
  aws.state.buckets.set(older.name, older);
  fill(aws, older.name);
  const name = '/sst/bootstrap/asset';
  const text = JSON.stringify(value(older.name));
  const history = [{ value: text, type: 'String' as const, version: 1, modified: 0 }];
  aws.state.region(ACCOUNT, region).parameters.set(name, { name, history });
}

function fill(aws: LocalAws, name: string): void {
  const bucket = aws.state.buckets.get(name);
  if (bucket) putObject(bucket, 'kept/object.json', `of ${name}`, 0);
}

/** An attack: a stranger's bucket in the record, to get somebody else's state. */
const OPEN_TO_ALL = { accountId: OTHER_ACCOUNT, policy: openToAll() };

function openToAll(): string {
  return JSON.stringify({ Statement: { Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*' } });
}

function move(
  aws: LocalAws,
  name: string,
  to: { accountId?: string; region?: string; policy?: string },
): void {
  const bucket = aws.state.buckets.get(name);
  if (bucket) aws.state.buckets.set(name, { ...bucket, ...to });
}

const LOOK = ['ssm:GetParameters', 's3:HeadBucket', 's3:HeadBucket', 'ecr:DescribeRepositories'];
const READ_AGAIN = 'ssm:GetParameters';
const ASSET = ['s3:CreateBucket', 's3:PutBucketNotificationConfiguration'];
const TLS = ['s3:PutBucketPolicy', 's3:PutBucketPolicy'];
const WRITE = 'ssm:PutParameter';
const TLS_OF_ASSET = 's3:PutBucketPolicy';

export const STATES: readonly State[] = [
  {
    name: 'nothing at all',
    arrange: () => {},
    verify: {
      status: 'missing',
      stops: [/account 123456789012, region [a-z0-9-]+/, /bootstrap: ensure/, /sst deploy/],
      requests: ['ssm:GetParameters'],
    },
    ensure: {
      status: 'created',
      writes: [...ASSET, 's3:CreateBucket', 's3:PutBucketVersioning', 'ecr:CreateRepository', ...TLS, WRITE],
      record: { version: 5 },
    },
  },
  {
    name: 'a record in which no step is done',
    arrange: (aws, region) => setRecord(aws, region, '{"later":{"x":1}}'),
    verify: { status: 'missing', stops: [/bootstrap: ensure/], requests: ['ssm:GetParameters'] },
    ensure: {
      status: 'created',
      writes: [...ASSET, 's3:CreateBucket', 's3:PutBucketVersioning', 'ecr:CreateRepository', ...TLS, WRITE],
      record: { version: 5, later: { x: 1 } },
    },
  },
  {
    name: 'as SST made it',
    arrange: (aws, region) => void bySst(aws, region),
    verify: { status: 'ready', requests: LOOK },
    ensure: { status: 'ready' },
  },
  {
    name: 'as a newer SST made it',
    arrange: (aws, region) =>
      setRecord(aws, region, JSON.stringify({ ...bySst(aws, region), version: 7, later: [1, 2] })),
    verify: { status: 'ready', requests: LOOK },
    ensure: { status: 'ready' },
  },
  {
    name: 'step 1 done',
    arrange: (aws, region) => void bySst(aws, region, 1),
    verify: {
      status: 'outdated',
      warns: ['The SST bootstrap is outdated'],
      requests: ['ssm:GetParameters', 's3:HeadBucket', 's3:HeadBucket'],
    },
    ensure: {
      status: 'upgraded',
      writes: ['ecr:CreateRepository', ...TLS, WRITE],
      record: { version: 5, assetEcrRegistryId: ACCOUNT },
    },
  },
  {
    name: 'step 3 done',
    arrange: (aws, region) => void bySst(aws, region, 3),
    verify: { status: 'outdated', warns: ['The SST bootstrap is outdated'], requests: LOOK },
    ensure: { status: 'upgraded', writes: [...TLS, WRITE], record: { version: 5 } },
  },
  {
    name: 'step 4 done, unknown fields',
    arrange: (aws, region) =>
      setRecord(aws, region, JSON.stringify({ ...bySst(aws, region), version: 4, x: 1 })),
    verify: { status: 'outdated', warns: ['The SST bootstrap is outdated'], requests: LOOK },
    ensure: { status: 'upgraded', writes: [WRITE], record: { version: 5, x: 1 } },
  },
  {
    name: 'version 0, but buckets named',
    arrange: (aws, region) => setRecord(aws, region, JSON.stringify({ ...bySst(aws, region), version: 0 })),
    verify: { status: 'outdated', warns: ['The next deploy would replace the state bucket'] },
    ensure: {
      status: 'upgraded',
      writes: [
        's3:PutBucketNotificationConfiguration',
        's3:PutBucketVersioning',
        'ecr:CreateRepository',
        WRITE,
      ],
      record: { version: 5 },
    },
  },
  {
    name: 'the older bootstrap’s asset bucket still in use',
    arrange(aws, region) {
      bySst(aws, region, 2);
      withOlderAssets(aws, region, older => ({ bucket: older }));
    },
    verify: { status: 'outdated', warns: ['The SST bootstrap is outdated'], requests: LOOK },
    ensure: {
      status: 'upgraded',
      writes: [...TLS, WRITE],
      record: { version: 5, asset: 'sst-asset-older' },
      warns: ['Buckets that no record names'],
    },
  },
  {
    name: 'a parameter of the older bootstrap that names no asset bucket',
    arrange(aws, region) {
      bySst(aws, region, 2);
      withOlderAssets(aws, region, older => ({ other: { bucket: older } }));
    },
    verify: { status: 'outdated', warns: ['The SST bootstrap is outdated'], requests: LOOK },
    ensure: { status: 'upgraded', writes: [...TLS, WRITE], record: { version: 5 } },
  },
  {
    name: 'the state bucket deleted',
    arrange: (aws, region) => void aws.state.buckets.delete(bySst(aws, region).state),
    verify: {
      status: 'broken',
      stops: [/sst-state-[a-z]{12}.* does not exist/, /To restore it/, /To start over/, /delete-parameter/],
      requests: [...LOOK, READ_AGAIN],
    },
    ensure: { status: 'broken', stops: [/does not exist/, /not replaced by an empty one/, /To restore it/] },
  },
  {
    name: 'the state bucket in another region',
    arrange: (aws, region) => move(aws, bySst(aws, region).state, { region: 'ap-south-1' }),
    verify: { status: 'broken', stops: [/is in the region ap-south-1/], requests: [...LOOK, READ_AGAIN] },
    ensure: { status: 'broken', stops: [/is in the region ap-south-1/] },
  },
  {
    name: 'the state bucket of another account',
    arrange: (aws, region) => move(aws, bySst(aws, region).state, { accountId: OTHER_ACCOUNT }),
    verify: {
      status: 'broken',
      stops: [
        /another account than 123456789012, or the role is not allowed to s3:ListBucket/,
        /"s3:ListBucket"/,
      ],
      requests: [...LOOK, 's3:ListObjectsV2', READ_AGAIN],
    },
    ensure: { status: 'broken', stops: [/another account than 123456789012/] },
  },
  {
    name: 'the state bucket of another account that lets everybody in',
    arrange: (aws, region) => move(aws, bySst(aws, region).state, OPEN_TO_ALL),
    verify: { status: 'broken', stops: [/another account than 123456789012/] },
    ensure: { status: 'broken', stops: [/another account than 123456789012/] },
  },
  {
    name: 'the asset bucket of another account that lets everybody in',
    arrange: (aws, region) => move(aws, bySst(aws, region).asset, OPEN_TO_ALL),
    verify: { status: 'broken', stops: [/another account than 123456789012/] },
    ensure: { status: 'broken', stops: [/another account than 123456789012/] },
  },
  {
    name: 'the state bucket’s name gone from the record',
    arrange: (aws, region) => setRecord(aws, region, JSON.stringify({ ...bySst(aws, region), state: '' })),
    verify: { status: 'broken', stops: [/names no state bucket/, /get-parameter-history/] },
    ensure: { status: 'broken', stops: [/names no state bucket/] },
  },
  {
    name: 'the asset bucket deleted',
    arrange: (aws, region) => void aws.state.buckets.delete(bySst(aws, region).asset),
    verify: {
      status: 'broken',
      stops: [/asset bucket sst-asset-[a-z]{12}.* does not exist/, /bootstrap: ensure/],
      requests: [...LOOK, READ_AGAIN],
    },
    ensure: { status: 'repaired', writes: [...ASSET, TLS_OF_ASSET] },
  },
  {
    name: 'the asset bucket deleted, step 3 done',
    arrange: (aws, region) => void aws.state.buckets.delete(bySst(aws, region, 3).asset),
    verify: { status: 'broken', stops: [/bootstrap: ensure/], requests: [...LOOK, READ_AGAIN] },
    ensure: { status: 'repaired', writes: [...ASSET, ...TLS, WRITE], record: { version: 5 } },
  },
  {
    name: 'the asset bucket in another region',
    arrange: (aws, region) => move(aws, bySst(aws, region).asset, { region: 'ap-south-1' }),
    verify: { status: 'broken', stops: [/is in the region ap-south-1/], requests: [...LOOK, READ_AGAIN] },
    ensure: { status: 'repaired', writes: [...ASSET, TLS_OF_ASSET, WRITE], record: { asset: 'names' } },
  },
  {
    name: 'the asset bucket of another account',
    arrange: (aws, region) => move(aws, bySst(aws, region).asset, { accountId: OTHER_ACCOUNT }),
    verify: { status: 'broken', stops: [/another account than 123456789012/] },
    ensure: { status: 'broken', stops: [/another account than 123456789012/] },
  },
  {
    name: 'the repository deleted',
    arrange(aws, region) {
      bySst(aws, region);
      aws.state.region(ACCOUNT, region).repositories.clear();
    },
    verify: {
      status: 'broken',
      stops: [/the repository .* does not exist/],
      requests: [...LOOK, READ_AGAIN],
    },
    ensure: { status: 'repaired', writes: ['ecr:CreateRepository'] },
  },
  {
    name: 'the repository of another account',
    arrange(aws, region) {
      const assetEcrUrl = repositoryUri(OTHER_ACCOUNT, region, 'sst-asset');
      const record = { ...bySst(aws, region), assetEcrRegistryId: OTHER_ACCOUNT, assetEcrUrl };
      setRecord(aws, region, JSON.stringify(record));
    },
    verify: { status: 'broken', stops: [/of another account or region/] },
    ensure: {
      status: 'repaired',
      writes: ['ecr:CreateRepository', WRITE],
      record: { assetEcrRegistryId: ACCOUNT },
    },
  },
  {
    name: 'a record that is not JSON',
    arrange(aws, region) {
      bySst(aws, region);
      setRecord(aws, region, '{"version":5,');
    },
    verify: {
      status: 'broken',
      stops: [/cannot read its record/, /not JSON/, /get-parameter-history/],
      requests: ['ssm:GetParameters', READ_AGAIN],
    },
    ensure: { status: 'broken', stops: [/cannot read its record/] },
  },
  {
    name: 'a record whose version is a text',
    arrange: (aws, region) => setRecord(aws, region, JSON.stringify({ ...bySst(aws, region), version: '5' })),
    verify: { status: 'broken', stops: [/its field version has the wrong type: "5"/] },
    ensure: { status: 'broken', stops: [/its field version has the wrong type: "5"/] },
  },
  {
    name: 'a record that is a SecureString',
    arrange: (aws, region) => setRecord(aws, region, JSON.stringify(bySst(aws, region)), 'SecureString'),
    verify: { status: 'ready', requests: LOOK },
    ensure: { status: 'ready' },
  },
  {
    name: 'a record that is a SecureString, the repository deleted',
    arrange(aws, region) {
      setRecord(aws, region, JSON.stringify(bySst(aws, region)), 'SecureString');
      aws.state.region(ACCOUNT, region).repositories.clear();
    },
    verify: {
      status: 'broken',
      stops: [/the repository .* does not exist/, /First write it again as a String/, /bootstrap: ensure/],
    },
    ensure: { status: 'broken', stops: [/First write it again as a String/] },
  },
];
