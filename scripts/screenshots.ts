// Pictures of what people see: the job summary of the built action in each way that a step can end, of a matrix, and
// the pull request's comment; made from what the action wrote, on the local endpoints.
//
//   npm run screenshots [-- FOLDER]     (default: .cache/screenshots/pictures)
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bootstrapAsSst } from '../local/aws/bootstrap.ts';
import { removeRuns, runAction } from '../local/runner/run.ts';
import { startWorld, type World } from '../local/world.ts';
import { readSite } from '../src/report/links.ts';
import { renderSummary } from '../src/report/summary.ts';
import { drawMarkdown } from './render.ts';

const folder = path.resolve(
  process.argv[2] ?? path.join(import.meta.dirname, '../.cache/screenshots/pictures'),
);
const account = '123456789012';
const region = 'us-east-1';
const CONFIG = `/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  app(input) {
    return {
      name: 'shop',
      home: 'aws',
      providers: {
        aws: {
          profile: input.stage === 'production' ? 'acme-production' : undefined,
        },
      },
    };
  },
  async run() {},
});
`;

/** One step, on a world of its own unless told; its summary. */
async function summaryOf(
  inputs: Record<string, string>,
  prepare: (world: World) => void = () => {},
): Promise<string> {
  const world = await startWorld();
  try {
    prepare(world);
    return (await step(world, inputs)).summary;
  } finally {
    await world.close();
  }
}

const workspace = mkdtempSync(path.join(os.tmpdir(), 'screenshots-'));
writeFileSync(path.join(workspace, 'sst.config.ts'), CONFIG);

function step(world: World, inputs: Record<string, string>) {
  const role = `arn:aws:iam::${account}:role/sst-deploy`;
  return runAction({
    with: { 'aws-region': region, 'role-to-assume': role, stage: 'staging', ...inputs },
    workspace,
    job: world.github.job,
    env: world.env,
  });
}

const ready = (world: World) => bootstrapAsSst(world.aws, { account, region });

async function matrix(): Promise<{ summary: string; comment: string }> {
  const world = await startWorld({ github: { job: { event: 'pull_request' } } });
  try {
    ready(world);
    const comment = { comment: 'true', 'github-token': 'ghs_local' };
    const stages = ['demo', 'production', 'staging'];
    const runs = await Promise.all(stages.map(stage => step(world, { stage, ...comment })));
    // GitHub puts each job's name above its summary.
    const summary = runs
      .map((run, index) => `## deploy (${stages[index]}) summary\n\n${run.summary}`)
      .join('\n\n');
    return { summary, comment: world.github.comments.all[0]?.body ?? '' };
  } finally {
    await world.close();
  }
}

/** Names that would end a label, a cell or a line, or be markup in it, if they could: what is drawn must be drawn. */
function hostile(): string {
  const name = '"]:::bad; click x <img src=x onerror=alert(1)> `y` #quot; end | a\n- b "1. c';
  const place = { file: `${name}.ts`, line: 1, column: 1 };
  return renderSummary(
    {
      deployment: {
        config: '/x',
        stage: { name, from: 'input' },
        app: name,
        home: 'aws',
        region: { name, from: 'sst.config.ts', place },
        usesAws: true,
        assumeRoles: [{ roleArn: name }],
        profile: { verdict: 'wins' },
        override: { profile: name, by: 'config', place },
        exports: {},
        notices: [],
        warnings: [{ title: name, what: name, next: `\`\`\`\n  ${name}`, place }],
      },
      session: {
        keys: { accessKeyId: '', secretAccessKey: '' },
        identity: { account, arn: name, partition: 'aws' },
        chain: [`- ${name}`, `1. ${name}`],
      },
      problem: { title: name, what: name, next: `- ${name}\n+ ${name}`, place },
    },
    readSite({ GITHUB_REPOSITORY: 'acme/shop', GITHUB_SHA: 'c'.repeat(40) }),
  );
}

try {
  mkdirSync(folder, { recursive: true });
  const several = await matrix();
  const pictures = {
    ready: await summaryOf({}, ready),
    created: await summaryOf({ bootstrap: 'ensure' }),
    broken: await summaryOf({}, world => {
      world.aws.state.buckets.delete(ready(world).asset);
    }),
    guard: await summaryOf({ stage: 'production' }, ready),
    neutralized: await summaryOf({ stage: 'production', 'profile-guard': 'neutralize' }, ready),
    refused: await summaryOf({}, world => {
      world.github.job.ref = 'refs/heads/feature';
      world.role.trust = { Statement: [] };
    }),
    hostile: hostile(),
    matrix: several.summary,
    comment: several.comment,
  };
  for (const [name, markdown] of Object.entries(pictures)) {
    writeFileSync(path.join(folder, `${name}.md`), markdown);
    await drawMarkdown(markdown, path.join(folder, `${name}.png`));
    console.log(path.join(path.relative(process.cwd(), folder), `${name}.png`));
  }
} finally {
  await removeRuns();
  rmSync(workspace, { recursive: true, force: true });
}
