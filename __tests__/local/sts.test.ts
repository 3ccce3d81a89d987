import {
  AssumeRoleCommand,
  AssumeRoleWithWebIdentityCommand,
  GetCallerIdentityCommand,
  STSClient,
} from '@aws-sdk/client-sts';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type LocalServices, startServices, trustGithub, trustPolicy } from '../../local/services.ts';
import { ACCOUNT, allow, clients, OTHER, refusal, roleWith, trusting } from './clients.ts';

let services: LocalServices;
beforeEach(async () => {
  services = await startServices();
});
afterEach(() => services.close());

describe('AssumeRoleWithWebIdentity', () => {
  const assume = async (more: { token?: string; role?: string; seconds?: number; session?: string } = {}) => {
    // No credentials of any kind: the token is the credential.
    const sts = new STSClient({ endpoint: services.aws.url, region: 'eu-west-1', maxAttempts: 1 });
    return sts.send(
      new AssumeRoleWithWebIdentityCommand({
        RoleArn: more.role ?? services.role.arn,
        RoleSessionName: more.session ?? 'GitHubActions',
        DurationSeconds: more.seconds,
        WebIdentityToken: more.token ?? (await services.github.idToken('sts.amazonaws.com')),
      }),
    );
  };
  const denied = {
    status: 403,
    name: 'AccessDenied',
    message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
  };
  const unknown = { status: 400, name: 'InvalidIdentityTokenException' };

  test('a job of the repository gets a session that other services know', async () => {
    const answer = await assume();
    const arn = `arn:aws:sts::${ACCOUNT}:assumed-role/sst-deploy/GitHubActions`;
    expect(answer.AssumedRoleUser).toEqual({
      Arn: arn,
      AssumedRoleId: expect.stringMatching(/^AROA[A-Z2-7]{17}:GitHubActions$/),
    });
    expect(answer.Audience).toBe('sts.amazonaws.com');
    expect(answer.SubjectFromWebIdentityToken).toBe('repo:acme/shop:ref:refs/heads/main');
    const {
      AccessKeyId = '',
      SecretAccessKey = '',
      SessionToken = '',
      Expiration,
    } = answer.Credentials ?? {};
    expect(AccessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/);
    expect(SecretAccessKey).toHaveLength(40);
    expect(SessionToken.length).toBeGreaterThan(300);
    expect(Number(Expiration) - Date.now()).toBeGreaterThan(3500_000);
    const credentials = {
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretAccessKey,
      sessionToken: SessionToken,
    };
    const sts = new STSClient({ endpoint: services.aws.url, region: 'eu-west-1', credentials });
    expect(await sts.send(new GetCallerIdentityCommand({}))).toMatchObject({ Account: ACCOUNT, Arn: arn });
    expect(services.aws.requests).toMatchObject([
      {
        service: 'sts',
        action: 'AssumeRoleWithWebIdentity',
        region: '',
        accountId: ACCOUNT,
        accessKeyId: '',
        write: false,
      },
      {
        service: 'sts',
        action: 'GetCallerIdentity',
        region: 'eu-west-1',
        accountId: ACCOUNT,
        accessKeyId: AccessKeyId,
      },
    ]);
  });

  test('another repository, and a role that does not exist, are refused in the same words', async () => {
    expect(await refusal(assume({ role: `arn:aws:iam::${ACCOUNT}:role/nope` }))).toEqual(denied);
    services.github.job.repository = 'other';
    expect(await refusal(assume())).toEqual(denied);
  });

  test('the immutable subject is not what an old trust policy says', async () => {
    services.github.job.immutableSubject = true;
    expect(await refusal(assume())).toEqual(denied);
    const sub = 'repo:acme@123456/shop@456789:*';
    const role = services.aws.state.addRole(ACCOUNT, 'new', {
      trust: trustPolicy(services.github, ACCOUNT, { sub }),
    });
    expect((await assume({ role: role.arn })).SubjectFromWebIdentityToken).toBe(
      'repo:acme@123456/shop@456789:ref:refs/heads/main',
    );
  });

  test('other claims are condition keys where AWS takes them, and absent where it does not', async () => {
    const host = 'token.actions.githubusercontent.com';
    const roleOf = (name: string, claim: string, value: string) => {
      const trust = trustPolicy(services.github, ACCOUNT, { sub: '*' });
      const statement = {
        ...[trust.Statement].flat()[0],
        Condition: { StringEquals: { [`${host}:${claim}`]: value } },
      };
      return services.aws.state.addRole(ACCOUNT, name, { trust: { Statement: statement as never } }).arn;
    };
    expect(await refusal(assume({ role: roleOf('a', 'repository_id', '456789') }))).toMatchObject({
      name: 'went through',
    });
    expect(await refusal(assume({ role: roleOf('b', 'repository_id', '1') }))).toEqual(denied);
    expect(await refusal(assume({ role: roleOf('c', 'event_name', 'push') }))).toEqual(denied);
  });

  test('audience, provider, key, signature and time are checked', async () => {
    const token = await services.github.idToken('sts.amazonaws.com');
    expect(await refusal(assume({ token: await services.github.idToken() }))).toEqual({
      ...unknown,
      message: 'Incorrect token audience',
    });
    expect(await refusal(assume({ role: `arn:aws:iam::${OTHER}:role/sst-deploy` }))).toEqual({
      ...unknown,
      message:
        'No OpenIDConnect provider found in your account for https://token.actions.githubusercontent.com',
    });
    const [header, , signature] = token.split('.');
    const forged = Buffer.from(
      JSON.stringify({
        ...services.github.claims,
        iss: services.github.issuer,
        aud: 'sts.amazonaws.com',
        sub: 'repo:acme/shop:x',
      }),
    );
    expect(
      await refusal(assume({ token: `${header}.${forged.toString('base64url')}.${signature}` })),
    ).toMatchObject({
      ...unknown,
      message: expect.stringMatching(/could not be validated by AWS/),
    });
    expect(await refusal(assume({ token: 'not-a-token' }))).toMatchObject({
      ...unknown,
      message: expect.stringMatching(/not a valid JWT/),
    });
    services.github.lifetime = -1;
    expect(await refusal(assume())).toEqual({
      status: 400,
      name: 'ExpiredTokenException',
      message: expect.stringMatching(
        /^Token expired: current date\/time \d{10} must be before the expiration date\/time \d{10}$/,
      ),
    });
  });

  test('keys that cannot be had are another refusal than a bad signature', async () => {
    services.github.inject({
      service: 'oidc',
      action: 'GetKeys',
      answer: { status: 503, code: 'Unavailable', message: '' },
    });
    const message =
      "Couldn't retrieve verification key from your identity provider, please reference AssumeRoleWithWebIdentity documentation for requirements";
    expect(await refusal(assume())).toEqual({ ...unknown, message });
    expect(await refusal(assume())).toMatchObject({ name: 'went through' });
  });

  test('an issuer of its own, as of a GitHub Enterprise Server', async () => {
    services.github.issuer = 'https://github.acme.example/_services/token';
    expect(await refusal(assume())).toMatchObject({
      message:
        'No OpenIDConnect provider found in your account for https://github.acme.example/_services/token',
    });
    trustGithub(services.aws, services.github, ACCOUNT);
    const trust = trustPolicy(services.github, ACCOUNT, { sub: 'repo:acme/*' });
    const role = services.aws.state.addRole(ACCOUNT, 'enterprise', { trust });
    expect((await assume({ role: role.arn })).AssumedRoleUser?.Arn).toContain('/enterprise/');
  });

  test('durations and session names are checked', async () => {
    const invalid = { status: 400, name: 'ValidationError' };
    expect(await refusal(assume({ seconds: 3601 }))).toEqual({
      ...invalid,
      message: 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    });
    expect(await refusal(assume({ seconds: 899 }))).toMatchObject({
      ...invalid,
      message: expect.stringContaining('greater than or equal to 900'),
    });
    expect(await refusal(assume({ seconds: 43201 }))).toMatchObject({
      ...invalid,
      message: expect.stringContaining('less than or equal to 43200'),
    });
    expect(await refusal(assume({ session: 'a b' }))).toMatchObject({
      ...invalid,
      message: expect.stringContaining('roleSessionName'),
    });
    expect(await refusal(assume({ session: 'x'.repeat(65) }))).toMatchObject({
      ...invalid,
      message: expect.stringContaining('64'),
    });
    expect(await refusal(assume({ role: 'arn:aws:iam::12:role/nope' }))).toEqual({
      ...invalid,
      message: 'Request ARN is invalid',
    });
    services.role.maxSessionDuration = 7200;
    expect(Number((await assume({ seconds: 7200 })).Credentials?.Expiration) - Date.now()).toBeGreaterThan(
      7100_000,
    );
  });
});

describe('AssumeRole', () => {
  type Input = Partial<ConstructorParameters<typeof AssumeRoleCommand>[0]>;
  const arn = `arn:aws:iam::${ACCOUNT}:role/target`;
  const assume = (from: { sts: STSClient }, input: Input = {}) =>
    from.sts.send(new AssumeRoleCommand({ RoleArn: arn, RoleSessionName: 'chained', ...input }));
  const target = (trust: Parameters<LocalServices['aws']['state']['addRole']>[2]) =>
    services.aws.state.addRole(ACCOUNT, 'target', { maxSessionDuration: 7200, ...trust });
  const denied = (action: string) => ({
    status: 403,
    name: 'AccessDenied',
    message: expect.stringMatching(
      `^User: arn:aws:sts::\\d{12}:assumed-role/[\\w-]+/test is not authorized to perform: ${action} on resource: ${arn}$`,
    ),
  });

  test('by the name of the role, with no permission of the caller', async () => {
    const source = roleWith(services.aws, [allow('s3:*', '*')]);
    target({ trust: trusting(source.arn) });
    const answer = await assume(clients(services.aws, source));
    expect(answer.AssumedRoleUser?.Arn).toBe(`arn:aws:sts::${ACCOUNT}:assumed-role/target/chained`);
  });

  test('by the name of the account, only with the permission of the caller', async () => {
    target({ trust: trusting(`arn:aws:iam::${ACCOUNT}:root`) });
    expect(
      await refusal(assume(clients(services.aws, roleWith(services.aws, [allow('s3:*', '*')])))),
    ).toEqual(denied('sts:AssumeRole'));
    expect(
      await refusal(assume(clients(services.aws, roleWith(services.aws, [allow('sts:AssumeRole', arn)])))),
    ).toMatchObject({
      name: 'went through',
    });
  });

  test('from another account, both sides have to allow it', async () => {
    const source = roleWith(services.aws, [allow('s3:*', '*')], OTHER);
    target({ trust: trusting(source.arn) });
    expect(await refusal(assume(clients(services.aws, source)))).toEqual(denied('sts:AssumeRole'));
    source.policies = [allow('sts:AssumeRole', '*')];
    expect(await refusal(assume(clients(services.aws, source)))).toMatchObject({ name: 'went through' });
  });

  test('a stranger, a role that does not exist, and an explicit deny', async () => {
    const source = roleWith(services.aws);
    expect(await refusal(assume(clients(services.aws, source)))).toEqual(denied('sts:AssumeRole'));
    target({ trust: trusting(`arn:aws:iam::${ACCOUNT}:role/somebody-else`) });
    expect(await refusal(assume(clients(services.aws, source)))).toEqual(denied('sts:AssumeRole'));
    target({ trust: trusting(source.arn) });
    source.policies = [{ Statement: { Effect: 'Deny', Action: 'sts:AssumeRole', Resource: '*' } }];
    expect(await refusal(assume(clients(services.aws, source)))).toEqual(denied('sts:AssumeRole'));
  });

  test('the external id that the trust policy asks for', async () => {
    const source = roleWith(services.aws);
    target({ trust: trusting(source.arn, { Condition: { StringEquals: { 'sts:ExternalId': 'secret' } } }) });
    expect(await refusal(assume(clients(services.aws, source)))).toEqual(denied('sts:AssumeRole'));
    expect(await refusal(assume(clients(services.aws, source), { ExternalId: 'wrong' }))).toEqual(
      denied('sts:AssumeRole'),
    );
    expect(await refusal(assume(clients(services.aws, source), { ExternalId: 'secret' }))).toMatchObject({
      name: 'went through',
    });
  });

  test('tags need sts:TagSession, fit the pattern, and go along when transitive', async () => {
    const source = roleWith(services.aws);
    const from = clients(services.aws, source);
    const Tags = [
      { Key: 'GitHub', Value: 'Actions' },
      { Key: 'Branch', Value: 'main' },
    ];
    target({ trust: trusting(source.arn, { Action: 'sts:AssumeRole' }) });
    expect(await refusal(assume(from, { Tags }))).toEqual(denied('sts:TagSession'));
    expect(await refusal(assume(from))).toMatchObject({ name: 'went through' });
    target({ trust: trusting(source.arn) });
    expect(await refusal(assume(from, { Tags: [{ Key: 'a', Value: 'b<c' }] }))).toMatchObject({
      name: 'ValidationError',
      message: expect.stringContaining('tags.1.member.value'),
    });
    const { Credentials } = await assume(from, { Tags, TransitiveTagKeys: ['Branch'] });
    const caller = services.aws.state.credentials.get(Credentials?.AccessKeyId ?? '')?.caller;
    expect(caller).toMatchObject({ tags: { GitHub: 'Actions', Branch: 'main' }, transitiveTags: ['Branch'] });
  });

  test('what does not fit into the token', async () => {
    const source = roleWith(services.aws);
    target({ trust: trusting(source.arn) });
    services.aws.state.packedPolicySize = 10;
    expect(
      await refusal(assume(clients(services.aws, source), { Tags: [{ Key: 'Repository', Value: 'a/b' }] })),
    ).toEqual({
      status: 400,
      name: 'PackedPolicyTooLargeException',
      message: 'Packed policy consumes 130% of allotted space, please use smaller policy.',
    });
    services.aws.state.packedPolicySize = 13;
    const { PackedPolicySize } = await assume(clients(services.aws, source), {
      Tags: [{ Key: 'Repository', Value: 'a/b' }],
    });
    expect(PackedPolicySize).toBe(100);
  });

  test('a session policy that is not JSON', async () => {
    const source = roleWith(services.aws);
    target({ trust: trusting(source.arn) });
    expect(await refusal(assume(clients(services.aws, source), { Policy: '{' }))).toMatchObject({
      name: 'MalformedPolicyDocumentException',
    });
  });

  test('chained roles last an hour, whatever the role allows; a user is no chain', async () => {
    const source = roleWith(services.aws);
    const user = services.aws.state.addUser(ACCOUNT, 'ci');
    target({ trust: trusting([source.arn, user.arn]) });
    expect(await refusal(assume(clients(services.aws, source), { DurationSeconds: 3601 }))).toEqual({
      status: 400,
      name: 'ValidationError',
      message:
        'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining',
    });
    const { accessKeyId, secretAccessKey } = user;
    const sts = new STSClient({
      endpoint: services.aws.url,
      region: 'us-east-1',
      credentials: { accessKeyId, secretAccessKey },
    });
    expect(await refusal(assume({ sts }, { DurationSeconds: 7200 }))).toMatchObject({ name: 'went through' });
  });
});
