// Foreign texts stay texts in the log, in annotations, in the job summary and in the comment. Runs the built dist/ as a
// runner would.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { bootstrapAsSst } from '../../local/aws/bootstrap.ts';
import { type Run, type RunOptions, removeRuns, runAction } from '../../local/runner/run.ts';
import { type LocalServices, startServices } from '../../local/services.ts';

/** The runner would execute each line of it, if it were printed at the start of a line. */
const COMMANDS = [
  '::error title=PWNED::PWNED',
  '::set-output name=PWNED::PWNED',
  ' ::stop-commands::PWNED',
  '##[error]PWNED',
  '##[add-mask]PWNED',
];
const ATTACK = `x\n${COMMANDS.join('\r\n')}\r${COMMANDS.join('\u2028')}%0A${COMMANDS.join('%0D%0A')}`;
const MARKUP = '``<h3>All checks passed</h3>` | <img src=x> @acme/team';

let services: LocalServices;
let workspace: string;

beforeEach(async () => {
  services = await startServices({ github: { job: { event: 'pull_request' } } });
  workspace = await mkdtemp(path.join(os.tmpdir(), 'printed-'));
  await project('{}');
});
afterEach(async () => {
  await services.close();
  await removeRuns();
  await rm(workspace, { recursive: true, force: true });
});

const project = (aws: string, name = 'shop') =>
  writeFile(
    path.join(workspace, 'sst.config.ts'),
    `export default $config({ app: () => ({ name: ${JSON.stringify(name)}, home: 'aws', providers: { aws: ${aws} } }), async run() {} });\n`,
  );
const ready = () => bootstrapAsSst(services.aws, { account: services.account, region: 'us-east-1' });

function step(inputs: Record<string, string> = {}, options: RunOptions = {}): Promise<Run> {
  return runAction({
    with: { 'aws-region': 'us-east-1', 'role-to-assume': services.role.arn, stage: 'production', ...inputs },
    workspace,
    debug: true,
    ...options,
    env: { ...services.env, ...options.env },
  });
}

/** Checks that every command in the output is one of the action's own, also after the runner has decoded it. */
function expectOwnCommandsOnly(run: Run): void {
  expect(run.stderr).toBe('');
  for (const line of run.stdout.split(/\r\n|[\r\n\u2028\u2029\u0085]/)) {
    if (/^\s*::/.test(line))
      expect(line).toMatch(/^::(add-mask|debug|endgroup|(group|notice|warning|error)( [^:]*)?)::/);
    expect(line).not.toMatch(/^(?!::add-mask::).*##\[/);
    const decoded = line
      .replace(/^::.*?::/, '')
      .replaceAll(/%0[AD]/gi, '\n')
      .split('\n');
    expect(decoded.filter(part => /^\s*::/.test(part))).toEqual([]);
  }
  expect(run.annotations.filter(({ title }) => title === 'PWNED')).toEqual([]);
  expect(run.annotations.filter(({ level }) => level === 'error').length).toBe(run.exitCode === 0 ? 0 : 1);
  expect(run.outputs).not.toHaveProperty('PWNED');
  expect(run.masks.map(({ value }) => value)).not.toContain('PWNED');
}

test.each([
  ['a refusal of STS', { status: 403, code: ATTACK, message: ATTACK }],
  ['a failure of STS that is retried', { status: 500, code: ATTACK, message: ATTACK }],
])('%s', async (_, answer) => {
  ready();
  services.aws.inject({ service: 'sts', answer, times: 2 });
  expectOwnCommandsOnly(await step());
});

test.each(['ssm', 'ecr', 's3'] as const)('an error of %s', async service => {
  ready();
  services.aws.inject({ service, answer: { status: 400, code: ATTACK, message: ATTACK }, times: 9 });
  expectOwnCommandsOnly(await step());
});

test('an error of the token service', async () => {
  services.github.inject({ service: 'token', answer: { status: 400, code: ATTACK, message: ATTACK } });
  const run = await step();
  expect(run.exitCode).toBe(1);
  expectOwnCommandsOnly(run);
});

test.each(['state', 'asset', 'assetEcrUrl', 'assetEcrRegistryId', 'version'])(
  'the field %s of the record of an account that another person writes',
  async field => {
    const record = ready();
    for (const text of [ATTACK, MARKUP]) {
      const value = JSON.stringify({ ...record, [field]: text });
      services.aws.state
        .region(services.account, 'us-east-1')
        .parameters.get('/sst/bootstrap')
        ?.history.push({ value, type: 'String' } as never);
      const run = await step();
      expectOwnCommandsOnly(run);
      expect(run.summary).not.toMatch(/^[^`]*<(h3|img)/m);
    }
  },
);

test('an app, a profile, and a .env file', async () => {
  ready();
  await project(`{ profile: ${JSON.stringify(ATTACK)} }`, ATTACK);
  await writeFile(path.join(workspace, '.env'), `AWS_PROFILE="${ATTACK}"\n${ATTACK}\n`);
  for (const mode of ['fail', 'warn', 'neutralize', 'off'])
    expectOwnCommandsOnly(await step({ 'profile-guard': mode }));
  await writeFile(path.join(workspace, 'sst.config.ts'), `throw new Error(${JSON.stringify(ATTACK)});`);
  expectOwnCommandsOnly(await step());
});

test('every input, and the variables of the runner', async () => {
  ready();
  const inputs = Object.keys((await step()).options.with ?? {});
  for (const input of [...inputs, 'audience', 'custom-tags', 'sts-endpoint', 'aws-profile', 'source-profile'])
    expectOwnCommandsOnly(await step({ [input]: ATTACK }));
  const names = ['GITHUB_WORKFLOW_REF', 'GITHUB_JOB', 'GITHUB_REPOSITORY', 'GITHUB_ACTOR', 'AWS_PROFILE'];
  expectOwnCommandsOnly(await step({}, { env: Object.fromEntries(names.map(name => [name, ATTACK])) }));
});

test('markup in the project, in the summary and in the comment', async () => {
  ready();
  await project(`{ profile: ${JSON.stringify(MARKUP)} }`);
  const run = await step({ comment: 'true', 'github-token': 'ghs_x' }, { job: { event: 'pull_request' } });
  const comment = services.github.comments.all[0]?.body ?? '';
  expect(comment).toContain('| ❌');
  // Outside of code, the markup is written with entities.
  for (const text of [run.summary, comment.replaceAll(/^<!-- .* -->$/gm, '')]) {
    const outside = text
      .replaceAll(/^(?:> )?(`{3,})[^`]*\n.*?^(?:> )?\1$/gms, '')
      .replaceAll(/`[^`\n]*`/g, '')
      .replaceAll('@<!-- -->', '')
      .replaceAll(/<\/?(code|br)>/g, '');
    expect(outside).not.toMatch(/<[a-z]/i);
    expect(outside).not.toContain('@acme');
  }
});

test('an input of 100 kB is not quoted whole', async () => {
  for (const input of ['stage', 'aws-region', 'role-to-assume', 'profile-guard']) {
    const run = await step({ [input]: 'x/'.repeat(50_000) });
    expect(run.exitCode).toBe(1);
    expect(run.stdout.length).toBeLessThan(5_000);
    expect(run.summary.length).toBeLessThan(5_000);
  }
});

test('a secret is not printed where a long text is cut off in the middle of it', async () => {
  const secret = 'S3cret'.repeat(100);
  const filler = 'x'.repeat(900);
  services.aws.inject({
    service: 'sts',
    answer: { status: 400, code: 'ValidationError', message: `${filler}${secret}` },
    times: 9,
  });
  const run = await step({ 'aws-access-key-id': 'AKIA0123456789ABCDEF', 'aws-secret-access-key': secret });
  expect(run.exitCode).toBe(1);
  expect(run.stdout.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain('S3cret');
});

test('with mask-aws-account-id an account that nobody knew of is not printed either', async () => {
  ready();
  const message = 'User: arn:aws:iam::999988887777:user/x is not authorized to do that on sst-999988887777-x';
  services.aws.inject({
    service: 'ssm',
    answer: { status: 400, code: 'AccessDeniedException', message },
    times: 9,
  });
  const run = await step({ 'mask-aws-account-id': 'true' });
  expect([run.exitCode, run.stdout.includes('is not authorized to do that')]).toEqual([1, true]);
  expect(run.stdout + run.summary).not.toContain('999988887777');
});

// With `skip`, no such role is assumed; but later steps print its account.
test.each(['verify', 'skip'])(
  'with mask-aws-account-id no account is printed, also of roles that the config assumes: bootstrap %s',
  async bootstrap => {
    ready();
    const other = '444455556666';
    await project(`{ assumeRoles: [{ roleArn: 'arn:aws:iam::${other}:role/deploy' }] }`);
    const run = await step({ 'mask-aws-account-id': 'true', bootstrap });
    const printed = run.stdout.replaceAll(/^::add-mask::.*$/gm, '');
    for (const account of [services.account, other]) {
      expect(printed).not.toContain(account);
      expect(run.summary).not.toContain(account);
      expect(run.masks.map(({ value }) => value)).toContain(account);
    }
  },
);

test('only the door of the runner writes to the standard output', async () => {
  const files = await readdir('src', { recursive: true });
  const texts = files
    // The output of the interpreter's guest is not printed.
    .filter(file => /\.ts$/.test(file) && file !== 'sst/sandbox/interpret.ts')
    .map(async file => ({ file, text: await readFile(path.join('src', file), 'utf8') }));
  const writing = (await Promise.all(texts)).filter(({ text }) =>
    /process\.std(out|err)|\bconsole\.\w+\(|core\.(info|error|warning|notice|debug)/.test(text),
  );
  expect(writing.map(({ file }) => file)).toEqual(['github/commands.ts']);
});
