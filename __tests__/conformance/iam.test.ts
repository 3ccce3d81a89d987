// The policy that users paste, enforced by moto. It is enough for `verify` and `ensure`, and without an action, the
// error names it.
import { removeRuns, runAction } from '../../local/runner/run.ts';
import { documentedPolicy, grantsOf, NEEDED, without } from '../bootstrap/policy.ts';
import { ACCOUNT, type Moto, type Source, startMoto } from './backends.ts';

const REGION = 'eu-west-1';
let source: Source<Moto>;
let aws: Moto;
beforeAll(async () => {
  source = await startMoto();
});
afterAll(() => source.close());
beforeEach(async () => {
  aws = await source.fresh();
});
afterEach(removeRuns);

const documented = documentedPolicy(REGION);

/**
 * The policy as moto can enforce it. moto checks the resource only for S3. For Systems Manager and ECR, the resource of
 * every request is `*`, which no ARN allows. (The project's local AWS checks all of them:
 * bootstrap/permissions.test.ts.)
 */
function enforceable(policy: typeof documented): typeof documented {
  const statements = [policy.Statement].flat().map(statement => ({
    ...statement,
    Resource: String(statement.Resource).includes(':s3:::') ? (statement.Resource ?? []) : '*',
  }));
  return { ...policy, Statement: statements };
}

function step(bootstrap: string) {
  return runAction({
    with: { 'aws-region': REGION, 'role-to-assume': aws.roleArn, stage: 'production', bootstrap },
    env: aws.env,
  });
}

test('under the documented statements alone, `ensure` creates and `verify` is content', async () => {
  for (const [mode, status] of [
    ['ensure', 'created'],
    ['ensure', 'ready'],
    ['verify', 'ready'],
  ] as const) {
    await aws.enforce(enforceable(documented));
    const run = await step(mode);
    expect(run.annotations.filter(({ level }) => level === 'error')).toEqual([]);
    expect({ status: run.outputs['bootstrap-status'], exitCode: run.exitCode }).toEqual({
      status,
      exitCode: 0,
    });
  }
  await aws.relax();
  expect(await aws.owner(REGION).buckets()).toHaveLength(2);
});

describe.each(['verify', 'ensure'] as const)('%s', mode => {
  test.each(grantsOf(documented))('without $action of $sid', async ({ sid, action }) => {
    if (mode === 'verify') expect((await step('ensure')).exitCode).toBe(0);
    await aws.enforce(enforceable(without(documented, sid, action)));
    const run = await step(mode);
    const errors = run.annotations.filter(({ level }) => level === 'error');
    if (!NEEDED[mode].includes(`${sid} ${action}`)) {
      expect(errors).toEqual([]);
      expect(run.exitCode).toBe(0);
      return;
    }
    expect(run.exitCode).toBe(1);
    expect(run.exported).toEqual({});
    expect(errors).toHaveLength(1);
    const text = errors[0]?.message ?? '';
    expect(text).toContain(`not allowed to ${action}`);
    const granted = [documented.Statement].flat().find(({ Sid }) => Sid === sid);
    const resource = [granted?.Resource ?? []].flat();
    expect(JSON.parse(/^\{[\s\S]*?^\}/m.exec(text)?.[0] ?? 'null')).toEqual({
      Effect: 'Allow',
      Action: action,
      Resource: resource.length === 1 ? resource[0] : resource,
    });
    expect(text).toContain(ACCOUNT);
  });
});
