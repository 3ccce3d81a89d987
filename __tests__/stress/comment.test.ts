// A matrix of twelve jobs, each in a separate process, that write to one pull request's comment at the same time.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { bootstrapAsSst } from '../../local/aws/bootstrap.ts';
import { removeRuns, runAction } from '../../local/runner/run.ts';
import { startServices } from '../../local/services.ts';

const REGIONS = ['us-east-1', 'eu-west-1', 'ap-southeast-2'];
const STAGES = ['production', 'staging', 'demo', 'pr-7'];
/** How many times; COMMENT_ROUNDS overrides it. */
const ROUNDS = Number(process.env['COMMENT_ROUNDS'] ?? 3);

let workspace: string;
beforeAll(async () => {
  workspace = await mkdtemp(path.join(os.tmpdir(), 'comment-'));
  await writeFile(
    path.join(workspace, 'sst.config.ts'),
    `export default $config({ app: () => ({ name: 'shop', home: 'aws' }), async run() {} });\n`,
  );
});
afterAll(() => rm(workspace, { recursive: true, force: true }));
afterEach(removeRuns);

test.each(Array.from({ length: ROUNDS }, (_, round) => round))(
  'twelve jobs at once: one table, twelve rows (round %i)',
  async () => {
    const services = await startServices({ github: { job: { event: 'pull_request' } } });
    try {
      const account = services.account;
      for (const region of REGIONS) bootstrapAsSst(services.aws, { account, region });
      services.github.latency = 50;
      const jobs = STAGES.flatMap(stage => REGIONS.map(region => ({ stage, 'aws-region': region })));
      const step = { 'role-to-assume': services.role.arn, comment: 'true', 'github-token': 'ghs_x' };
      const runs = await Promise.all(
        jobs.map(job =>
          runAction({
            with: { ...job, ...step },
            workspace,
            job: { event: 'pull_request' },
            env: services.env,
          }),
        ),
      );
      expect(runs.map(({ exitCode }) => exitCode)).toEqual(Array(12).fill(0));
      expect(runs.flatMap(({ annotations }) => annotations)).toEqual([]);
      // One table; every other comment is a link to it.
      const [table, ...others] = services.github.comments.all;
      for (const { body } of others) expect(body).toContain(`#issuecomment-${table?.id})`);
      const lines = (table?.body ?? '').split('\n').filter(line => line.startsWith('| ✅'));
      const cells = lines.map(line => line.split(' | ').slice(1, 5).join(' '));
      const wanted = jobs.map(job => `\`shop\` \`${job.stage}\` \`${account}\` \`${job['aws-region']}\``);
      expect(cells).toEqual(wanted.sort());
    } finally {
      await services.close();
    }
  },
  120_000,
);
