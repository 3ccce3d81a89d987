// The documented policy is enough. If an action is removed from it, the error names the action, with the statement that
// grants it.
import { bootstrapAsSst, passphraseAsSst } from '../../local/aws/bootstrap.ts';
import { ACCOUNT } from '../../local/aws/server.ts';
import type { BootstrapRequest } from '../../src/bootstrap/context.ts';
import { type Account, startAccount } from './account.ts';
import { documentedPolicy, grantsOf, NEEDED, without } from './policy.ts';

const REGION = 'eu-west-1';
const DEPLOYING = { app: 'shop', stage: 'production' };
type Opened = Account & { close(): Promise<void> };
let account: Opened | undefined;
afterEach(() => account?.close());

const policy = documentedPolicy(REGION);

/** The text of the failure, reported or thrown. */
async function run(opened: Account, mode: BootstrapRequest['mode']) {
  try {
    const { status, failure, warnings } = await opened.run(mode, REGION, DEPLOYING);
    return { status, error: failure?.message, warnings };
  } catch (error) {
    return { status: undefined, error: (error as Error).message, warnings: [] };
  }
}

test('under the documented statements alone, `ensure` and `verify` pass', async () => {
  account = await startAccount({ policies: [policy] });
  expect(await run(account, 'ensure')).toEqual({ status: 'created', error: undefined, warnings: [] });
  expect(await run(account, 'ensure')).toEqual({ status: 'ready', error: undefined, warnings: [] });
  expect(await run(account, 'verify')).toEqual({ status: 'ready', error: undefined, warnings: [] });
});

test('what the policy does not grant is reported as not checked', async () => {
  account = await startAccount({ policies: [policy] });
  bootstrapAsSst(account.aws, { account: ACCOUNT, region: REGION });
  const { checks } = await account.run('ensure', REGION);
  expect(checks.map(({ notes }) => notes)).toEqual([
    ['version 5'],
    [
      'versioning not checked (s3:GetBucketVersioning)',
      'policy not checked (s3:GetBucketPolicy)',
      'public access not checked (s3:GetBucketPublicAccessBlock)',
    ],
    ['policy not checked (s3:GetBucketPolicy)', 'public access not checked (s3:GetBucketPublicAccessBlock)'],
    [],
  ]);
});

describe.each(['verify', 'ensure'] as const)('%s', mode => {
  test.each(grantsOf(policy))('without $action of $sid', async ({ sid, action }) => {
    account = await startAccount({ policies: [without(policy, sid, action)] });
    // For `verify` the bucket exists. For `ensure` nothing exists.
    if (mode === 'verify') bootstrapAsSst(account.aws, { account: ACCOUNT, region: REGION });
    // The stage was deployed before, so its lock is read. A missing permission for that is no failure.
    passphraseAsSst(account.aws, { account: ACCOUNT, region: REGION, ...DEPLOYING });
    const { error, status } = await run(account, mode);
    if (!NEEDED[mode].includes(`${sid} ${action}`)) {
      expect({ error, status }).toEqual({
        error: undefined,
        status: mode === 'verify' ? 'ready' : 'created',
      });
      return;
    }
    expect(error).toContain(`The role is not allowed to ${action} on arn:aws:`);
    const printed: unknown = JSON.parse(/^\{[\s\S]*^\}/m.exec(error ?? '')?.[0] ?? 'null');
    const granted = [policy.Statement].flat().find(({ Sid }) => Sid === sid);
    const resource = [granted?.Resource ?? []].flat();
    expect(printed).toEqual({
      Effect: 'Allow',
      Action: action,
      Resource: resource.length === 1 ? resource[0] : resource,
    });
    // This action is needed only when the new resources are inspected, as in `verify`.
    const written = mode === 'verify' || /DescribeRepositories/.test(action);
    expect(account.values(REGION)).toHaveLength(written ? 1 : 0);
  });
});

test('an explicit deny is told from a permission that lacks', async () => {
  const deny = { Effect: 'Deny' as const, Action: 'ecr:*', Resource: '*' };
  account = await startAccount({ policies: [policy, { Statement: deny }] });
  bootstrapAsSst(account.aws, { account: ACCOUNT, region: REGION });
  const { error } = await run(account, 'verify');
  expect(error).toContain('with an explicit deny');
  expect(error).toContain('Adding a statement that allows it does not help');
  expect(error).not.toContain('"Effect"');
});

test('a role that may read the record alone verifies, without looking at the passphrase', async () => {
  const only = [policy.Statement].flat().map(statement => ({
    ...statement,
    ...(statement.Sid === 'ManageBootstrapSSMParameter'
      ? { Resource: `arn:aws:ssm:${REGION}:${ACCOUNT}:parameter/sst/bootstrap` }
      : {}),
  }));
  account = await startAccount({ policies: [{ Statement: only }] });
  bootstrapAsSst(account.aws, { account: ACCOUNT, region: REGION });
  expect(await run(account, 'verify')).toEqual({ status: 'ready', error: undefined, warnings: [] });
  expect(account.asked().filter(action => action === 'ssm:GetParameters')).toHaveLength(2);
});

test('every other partition: ARNs and statements are its own', async () => {
  for (const [region, partition] of [
    ['cn-north-1', 'aws-cn'],
    ['us-gov-west-1', 'aws-us-gov'],
    ['eusc-de-east-1', 'aws-eusc'],
  ] as const) {
    account = await startAccount();
    const { aws } = account;
    const report = await account.run('ensure', region);
    expect(report.status).toBe('created');
    const bucket = aws.state.buckets.get(`sst-state-${ACCOUNT}-${region}-an`);
    expect(bucket?.region).toBe(region);
    expect(bucket?.policy).toContain(`"arn:${partition}:s3:::sst-state-${ACCOUNT}-${region}-an/*"`);
    await account.close();

    account = await startAccount({ policies: [] });
    await expect(account.run('verify', region)).rejects.toThrow(
      `"arn:${partition}:ssm:${region}:${ACCOUNT}:parameter/sst/bootstrap"`,
    );
    await account.close();
  }
  account = undefined;
});
