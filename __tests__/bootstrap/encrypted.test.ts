// A record that is a SecureString, decrypted if the role is allowed to.
import { bootstrapAsSst, passphraseAsSst } from '../../local/aws/bootstrap.ts';
import type { Statement } from '../../local/aws/iam.ts';
import { ACCOUNT } from '../../local/aws/server.ts';
import { type Account, startAccount } from './account.ts';

const REGION = 'eu-west-1';
const KEY = `arn:aws:kms:${REGION}:${ACCOUNT}:key/0f1e`;
const DEPLOYING = { app: 'shop', stage: 'production' };
const ALLOWED: Statement = { Effect: 'Allow', Action: ['ssm:*', 's3:*', 'ecr:*'], Resource: '*' };
const DECRYPT: Statement = { Effect: 'Allow', Action: 'kms:Decrypt', Resource: KEY };

let account: (Account & { close(): Promise<void> }) | undefined;
afterEach(() => account?.close());

/** An account whose record of that version is encrypted with a key of the customer's. */
async function open(version: number, ...statements: Statement[]): Promise<Account> {
  account = await startAccount({
    policies: [{ Version: '2012-10-17', Statement: [ALLOWED, ...statements] }],
  });
  bootstrapAsSst(account.aws, { account: ACCOUNT, region: REGION, version });
  passphraseAsSst(account.aws, { account: ACCOUNT, region: REGION, ...DEPLOYING });
  const parameter = account.aws.state.region(ACCOUNT, REGION).parameters.get('/sst/bootstrap');
  Object.assign(parameter?.history.at(-1) ?? {}, { type: 'SecureString', key: KEY });
  return account;
}

test.each(['verify', 'ensure'] as const)('%s: passes with a notice', async mode => {
  const { run, aws } = await open(5, DECRYPT);
  const { status, failure, record, notices, checks } = await run(mode, REGION, DEPLOYING);
  expect([status, failure, record?.version]).toEqual(['ready', undefined, 5]);
  expect(notices?.map(({ title }) => title)).toEqual(['The SST bootstrap record is encrypted']);
  expect(notices?.[0]?.what).toContain('SST 4.17 and earlier do not');
  expect(notices?.[0]?.next).toMatch(/delete-parameter.*put-parameter .*--type String/s);
  expect(checks[0]?.notes).toContain('a SecureString');
  expect(aws.writes()).toEqual([]);
});

test.each(['verify', 'ensure'] as const)('%s: an outdated one is not written', async mode => {
  const { run, aws } = await open(3, DECRYPT);
  const { status, failure, warnings } = await run(mode, REGION, DEPLOYING);
  expect([status, failure]).toEqual(['outdated', undefined]);
  const outdated = warnings.find(({ title }) => title === 'The SST bootstrap is outdated');
  expect(outdated?.next).toBe('`bootstrap: ensure` does not write a SecureString.');
  expect(aws.writes()).toEqual([]);
});

test.each(['verify', 'ensure'] as const)(
  '%s: not allowed to decrypt it: says so, and how to allow it',
  async mode => {
    const { run } = await open(5);
    await expect(run(mode, REGION, DEPLOYING)).rejects.toMatchObject({
      problem: {
        title: 'The SST bootstrap record cannot be decrypted',
        what: expect.stringMatching(
          /is a SecureString, and AWS does not let the role decrypt it: .*kms:Decrypt on/,
        ),
        next: expect.stringContaining('Allow `kms:Decrypt`'),
      },
    });
  },
);

test('a passphrase that the role is not allowed to decrypt is not the record', async () => {
  const { run, aws } = await open(5, DECRYPT);
  const passphrase = aws.state.region(ACCOUNT, REGION).parameters.get('/sst/passphrase/shop/production');
  Object.assign(passphrase?.history.at(-1) ?? {}, { key: `${KEY}2` });
  expect((await run('verify', REGION, DEPLOYING)).status).toBe('ready');
});
