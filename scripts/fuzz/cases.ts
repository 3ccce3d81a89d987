import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PULL_REQUEST } from '../../local/runner/environment.ts';
import type { RunOptions } from '../../local/runner/run.ts';
import type { LocalServices } from '../../local/services.ts';
import { renderComment } from '../../src/report/comment.ts';
import type { Random } from './random.ts';

/** One step of the fuzz run: the place of the random bytes, and how the step is started. */
export interface Case {
  readonly target: string;
  readonly options: RunOptions;
}

const CONFIG = `export default $config({
  app(input) {
    return { name: 'shop', home: 'aws', providers: { aws: { region: 'us-east-1' } } };
  },
  async run() {},
});
`;
const RECORD = {
  version: 5,
  asset: 'sst-asset-abcdefgh',
  assetEcrRegistryId: '123456789012',
  assetEcrUrl: '123456789012.dkr.ecr.us-east-1.amazonaws.com/sst-asset',
  state: 'sst-state-abcdefgh',
};
const ROW = {
  ...{ app: 'shop', stage: 'production', region: 'us-east-1', account: '123456789012', sha: 'abc1234' },
  ...{ stopped: '', bootstrap: 'ready, version 5', state: 'new', profile: 'none' },
  ...{ run: 1, attempt: 1, at: 1 },
};
const COMMENT = renderComment([ROW], { server: 'https://github.com', repository: 'acme/shop' });

/** A valid answer of each service, which is then damaged. */
const ANSWERS = {
  token: '{"value": "eyJhbGciOiJub25lIn0.eyJzdWIiOiJyZXBvOmFjbWUvc2hvcCJ9.c2ln"}',
  sts: `<AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleWithWebIdentityResult><AssumedRoleUser><Arn>arn:aws:sts::123456789012:assumed-role/sst-deploy/GitHubActions</Arn></AssumedRoleUser><Credentials><AccessKeyId>ASIAAAAAAAAAAAAAAAAA</AccessKeyId><SecretAccessKey>hush</SecretAccessKey><SessionToken>hush-hush</SessionToken><Expiration>2030-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>`,
  ssm: JSON.stringify({ Parameters: [{ Name: '/sst/bootstrap', Value: JSON.stringify(RECORD) }] }),
  ecr: '{"repositories": [{"repositoryName": "sst-asset", "repositoryUri": "123456789012.dkr.ecr.us-east-1.amazonaws.com/sst-asset"}]}',
  s3: '<Error><Code>NoSuchBucket</Code><Message>The specified bucket does not exist</Message></Error>',
  api: JSON.stringify([
    { id: 1, body: COMMENT, html_url: 'https://x', user: { login: 'github-actions[bot]' } },
  ]),
} as const;
const STATUSES = [200, 200, 200, 201, 204, 301, 307, 400, 401, 403, 404, 407, 429, 500, 502, 503];
const HEADERS = [
  {},
  { 'content-type': 'application/json' },
  { 'content-type': 'text/html' },
  { 'content-type': '%%%' },
  { location: '/' },
  { location: 'https://127.0.0.1:1/' },
  { 'retry-after': '86400' },
  { 'x-amz-bucket-region': '::error::' },
  { deprecation: 'now', link: '<::error::PWNED>; rel="deprecation"' },
];

/** Chooses a case at random, and prepares its workspace, its home and its servers. */
export function drawCase(random: Random, services: LocalServices, workspace: string, home: string): Case {
  const target = random.one(TARGETS);
  const text = (valid: string) => random.spoiled(valid);
  const put = (file: string, bytes: Buffer | string) => {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  };
  put(path.join(workspace, 'sst.config.ts'), CONFIG);
  const role = services.role.arn;
  const inputs: Record<string, string> = {
    'role-to-assume': role,
    stage: 'production',
    'action-timeout-s': '4',
    'output-env-credentials': 'true',
    bootstrap: random.one(['verify', 'verify', 'ensure']),
    ...(random.chance(0.3) ? { 'aws-profile': 'deploy', 'output-credentials': 'true' } : {}),
    ...(random.chance(0.3) ? { 'mask-aws-account-id': 'true' } : {}),
  };
  let event: string | undefined;
  switch (target) {
    case 'config':
      put(path.join(workspace, 'sst.config.ts'), text(CONFIG));
      break;
    case '.env':
      put(path.join(workspace, '.env'), text('# mine\nexport AWS_REGION="eu-west-1"\nA=\'b\nc\'\nB=${A}\n'));
      break;
    case 'package.json':
      put(
        path.join(workspace, 'package.json'),
        text('{"type": "module", "devDependencies": {"sst": "4.17.1"}}'),
      );
      put(path.join(workspace, 'tsconfig.json'), text('{"compilerOptions": {"paths": {"@/*": ["./*"]}}}'));
      break;
    case 'stage file':
      put(path.join(workspace, '.sst/stage'), text('production'));
      inputs['stage'] = '';
      break;
    case 'credentials file':
      put(
        path.join(home, '.aws/credentials'),
        text('[source]\naws_access_key_id = AKIA0123456789ABCDEF\naws_secret_access_key = hush\n'),
      );
      put(path.join(home, '.aws/config'), text('[profile source]\nregion = us-east-1\n'));
      inputs['source-profile'] = 'source';
      break;
    case 'event payload':
      event = text(
        JSON.stringify({ pull_request: { number: PULL_REQUEST, head: { sha: 'a'.repeat(40) } } }),
      ).toString();
      break;
    case 'comment body':
      services.github.comments.add({
        repository: 'acme/shop',
        issue: PULL_REQUEST,
        user: 'github-actions[bot]',
        body: text(COMMENT).toString(),
      });
      break;
    case 'input':
      // Linux takes variables of 128 kB at most.
      inputs[random.one(INPUTS)] = text('arn:aws:iam::123456789012:role/x')
        .toString()
        .replaceAll('\0', '')
        .slice(0, 40_000);
      break;
    default: {
      const answer = {
        status: random.one(STATUSES),
        code: '',
        message: '',
        headers: random.one(HEADERS) as Record<string, string>,
        body: text(ANSWERS[target]),
      };
      const fault = { service: target as never, answer, after: random.below(2), times: 1 + random.below(9) };
      services.aws.inject(fault);
      services.github.inject(fault);
    }
  }
  const commented = ['api', 'comment body', 'event payload'].includes(target);
  if (commented) Object.assign(inputs, { comment: 'true', 'github-token': 'ghs_fuzz' });
  return {
    target,
    options: {
      with: inputs,
      workspace,
      home,
      env: services.env,
      job: { event: 'pull_request' },
      debug: random.chance(0.5),
      ...(event === undefined ? {} : { event }),
    },
  };
}

const INPUTS = [
  'aws-region',
  'role-to-assume',
  'stage',
  'audience',
  'role-session-name',
  'role-external-id',
  'inline-session-policy',
  'managed-session-policies',
  'custom-tags',
  'working-directory',
  'sst-config',
  'aws-profile',
  'sts-endpoint',
  'http-proxy',
  'allowed-account-ids',
  'aws-access-key-id',
  'aws-secret-access-key',
  'web-identity-token-file',
  'source-profile',
];

const TARGETS = [
  ...(Object.keys(ANSWERS) as Array<keyof typeof ANSWERS>),
  'config',
  '.env',
  'package.json',
  'stage file',
  'credentials file',
  'event payload',
  'comment body',
  'input',
] as const;
