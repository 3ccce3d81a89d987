import path from 'node:path';
import { environmentForApp } from '../../src/sst/environment.ts';
import { evaluate } from '../../src/sst/evaluate.ts';
import { nextStep } from '../../src/sst/variables.ts';
import { projectWith, removeProjects } from './project.ts';

afterEach(removeProjects);

/** Variables that configs often depend on. Their values are visible. */
const PLAIN = {
  CI: 'true',
  GITHUB_ACTIONS: 'true',
  GITHUB_REF: 'refs/heads/sk-1234567890-feature-with-a-long-name-2026',
  GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
  GITHUB_EVENT_NAME: 'pull_request',
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_WORKSPACE: '/home/runner/work/shop/shop',
  RUNNER_OS: 'Linux',
  AWS_REGION: 'eu-west-1',
  AWS_PROFILE: 'staging',
  SST_STAGE: 'production',
  NODE_ENV: 'production',
  PATH: '/opt/hostedtoolcache/node/24.1.0/x64/bin:/usr/bin',
  HOME: '/home/runner',
  BRANCH: 'feature/login-page',
  ACCOUNT_ID: '123456789012',
  VERSION: '12.34.5678-rc.1',
  DOMAIN: 'shop.example.com',
  URL: 'https://shop.example.com/a/b?page=1',
  AUTHOR: 'somebody',
  MONKEY: 'banana',
  DESIGN: 'new',
  SKIP_AUTH: 'true',
  ACCOUNTS: '{"dev":"111111111111","production":"222222222222"}',
  SENTENCE: 'Deploys the shop to production, at 12:30 on 2026-11-21.',
  EMPTY: '',
  EMPTY_TOKEN: '',
};

/** A job full of secrets, recognisable by their name or their form, or random; and the runner's own secrets. */
const SECRET = {
  GITHUB_TOKEN: 'ghs_16C7e42F292c6912E7710c838347Ae178B4a',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln',
  GITHUB_ENV: '/home/runner/work/_temp/_runner_file_commands/set_env_8a7b',
  GITHUB_OUTPUT: '/home/runner/work/_temp/_runner_file_commands/set_output_8a7b',
  GITHUB_PATH: '/home/runner/work/_temp/_runner_file_commands/add_path_8a7b',
  GITHUB_STEP_SUMMARY: '/home/runner/work/_temp/_runner_file_commands/step_summary_8a7b',
  GITHUB_STATE: '/home/runner/work/_temp/_runner_file_commands/save_state_8a7b',
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  AWS_SESSION_TOKEN: 'IQoJb3JpZ2luX2VjEHoaCXVzLWVhc3QtMSJHMEUCIQ',
  CLOUDFLARE_API_TOKEN: 'plainwords',
  NPM_TOKEN: 'npm_0123456789abcdefghijABCDEFGHIJ012345',
  STRIPE_KEY: 'another',
  stripeSecretKey: 'camel',
  DB_PASSWORD: 'hunter2',
  PGPASSWORD: 'hunter3',
  DATABASE_URL: 'postgres://shop:hunter4@db.example.com/shop',
  MONGODB_URI: 'mongodb+srv://cluster.example.com',
  SENTRY_DSN: 'https://0123456789abcdef0123456789abcdef@o1.ingest.example.com/1',
  SLACK_WEBHOOK: 'https://hooks.slack.com/services/T000/B000/XXXX',
  NOTIFY: 'https://hooks.slack.com/services/T000/B000/XXXX',
  LINK: 'https://example.com/file?sig=abc&page=1',
  SSH_PRIVATE_KEY: '-----BEGIN OPENSSH PRIVATE KEY-----\nabc\n-----END OPENSSH PRIVATE KEY-----',
  SOMETHING: '-----BEGIN RSA PRIVATE KEY-----\nabc',
  FOO: 'ghp_0123456789abcdefghijABCDEFGHIJ012345',
  BAR: 'xoxb-1234-5678-abcdef',
  BAZ: 'sk_live_0123456789abcdef',
  QUX: 'f3a9c1d27be84056a1c2d3e4f5061728',
  QUUX: 'aZ3kP9xQ7mN2vB8cR5tY',
  CORGE: '{"type":"service_account","private":"aZ3kP9xQ7mN2vB8cR5tY1"}',
  KUBECONFIG_DATA: 'abc',
  COOKIE: 'a=b',
  LICENSE: 'abc-def',
  VAULT_ADDR_PIN: '1234',
  MNEMONIC: 'legal winner thank year',
};

/** Of this step alone. */
const OWN = {
  'INPUT_ROLE-TO-ASSUME': 'arn:aws:iam::123456789012:role/deploy',
  'INPUT_AWS-SECRET-ACCESS-KEY': 'input-secret',
  'INPUT_GITHUB-TOKEN': 'input-token',
  ACTIONS_RUNTIME_TOKEN: 'runtime-token',
  ACTIONS_RUNTIME_URL: 'https://pipelines.example.com/',
  ACTIONS_CACHE_URL: 'https://cache.example.com/',
  STATE_exported: 'of-the-post-step',
};

const PLACEHOLDER = 'hidden-by-sst-creds';

test('what is no secret is seen as it is, what may be one as a placeholder, what the next step lacks not at all', () => {
  const { environment, hidden } = environmentForApp(nextStep({ ...PLAIN, ...SECRET, ...OWN }, {}));
  const placeholders = Object.fromEntries(Object.keys(SECRET).map(name => [name, PLACEHOLDER]));
  expect(environment).toEqual({ ...PLAIN, ...placeholders });
  // It is not known whether the next step has these, because the job might have set variables of the same name.
  const unknown = Object.keys(OWN).filter(name => /^(INPUT|STATE)_/.test(name));
  expect([...hidden.keys()].sort()).toEqual([...Object.keys(SECRET), ...unknown].sort());
});

test('what the step will export is there, whatever its value', () => {
  const exported = { AWS_ACCESS_KEY_ID: 'x', AWS_SESSION_TOKEN: '', AWS_REGION: 'us-east-1' };
  const job = nextStep({ AWS_ACCESS_KEY_ID: 'old', AWS_SESSION_TOKEN: 'old' }, exported);
  expect(environmentForApp(job).environment).toEqual({
    AWS_ACCESS_KEY_ID: PLACEHOLDER,
    AWS_SESSION_TOKEN: '',
    AWS_REGION: 'us-east-1',
  });
});

test('the environment that the config saw, listed: not one of the secrets', async () => {
  const folder = await projectWith({
    'sst.config.ts':
      'export default { app: () => ({ env: { ...process.env }, start: String(process.argv) }) };\n',
  });
  const before = { ...process.env };
  Object.assign(process.env, { ...SECRET, ...OWN, NODE_OPTIONS: '--no-warnings' });
  try {
    const evaluation = await evaluate({
      config: path.join(folder, 'sst.config.ts'),
      workspace: folder,
      keptOut: [],
      directory: folder,
      stage: 'production',
      ...environmentForApp(nextStep({ ...PLAIN, ...SECRET, ...OWN }, {})),
    });
    if (evaluation.kind !== 'app') throw new Error(JSON.stringify(evaluation));
    const json = evaluation.json ?? '';
    for (const value of [...Object.values(SECRET), ...Object.values(OWN)]) {
      // Some of them (`abc`) are also parts of other texts, so the test looks for the whole value.
      expect(json).not.toContain(JSON.stringify(value));
    }
    const { env } = JSON.parse(json);
    expect(Object.keys(env).sort()).toEqual([...Object.keys(PLAIN), ...Object.keys(SECRET)].sort());
    expect(env).toMatchObject(PLAIN);
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
});
