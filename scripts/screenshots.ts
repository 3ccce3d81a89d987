// Takes pictures of the job summary, for each result that a step can have, and of the comment on a pull request. It runs
// the built action on the local services, and draws the Markdown that the action wrote.
//
//   npm run screenshots               draws all of them into .cache/screenshots/pictures
//   npm run screenshots -- --docs     draws the pictures of the documents into docs/images, in light and dark
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bootstrapAsSst } from '../local/aws/bootstrap.ts';
import { removeRuns, runAction } from '../local/runner/run.ts';
import { type LocalServices, startServices } from '../local/services.ts';
import { readLinkContext } from '../src/report/links.ts';
import { renderSummary } from '../src/report/summary.ts';
import { drawMarkdown, type Theme } from './render.ts';

const root = path.resolve(import.meta.dirname, '..');
const forDocs = process.argv.includes('--docs');
const folder = path.join(root, forDocs ? 'docs/images' : '.cache/screenshots/pictures');

/** The pictures in docs/images, by the name that they have there. */
const DOCUMENTED = { failure: 'guard', ready: 'ready', comment: 'comment' } as const;
const account = '123456789012';
const region = 'us-east-1';

/** A config whose `providers.aws.profile` is this expression. */
const configWith = (profile: string) => `/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  app(input) {
    return {
      name: 'shop',
      home: 'aws',
      providers: {
        aws: {
          profile: ${profile},
        },
      },
    };
  },
  async run() {},
});
`;

/** Runs one step on new local services, and returns its summary. */
async function summaryOf(
  inputs: Record<string, string>,
  prepare: (services: LocalServices) => void = () => {},
  profile?: string,
): Promise<string> {
  const services = await startServices();
  try {
    prepare(services);
    return (await step(services, inputs, profile)).summary;
  } finally {
    await services.close();
  }
}

const scratch = mkdtempSync(path.join(os.tmpdir(), 'screenshots-'));

/** A profile for production only, so that the other stages pass. */
const PRODUCTION_ONLY = "input.stage === 'production' ? 'acme' : undefined";

/** Runs one step in a workspace whose config has this profile. */
function step(services: LocalServices, inputs: Record<string, string>, profile = PRODUCTION_ONLY) {
  const workspace = mkdtempSync(path.join(scratch, 'workspace-'));
  writeFileSync(path.join(workspace, 'sst.config.ts'), configWith(profile));
  const role = `arn:aws:iam::${account}:role/sst-deploy`;
  return runAction({
    with: { 'aws-region': region, 'role-to-assume': role, stage: 'staging', ...inputs },
    workspace,
    job: services.github.job,
    env: services.env,
  });
}

const ready = (services: LocalServices) => bootstrapAsSst(services.aws, { account, region });

async function matrix(): Promise<{ summary: string; comment: string }> {
  const services = await startServices({ github: { job: { event: 'pull_request' } } });
  try {
    ready(services);
    const comment = { comment: 'true', 'github-token': 'ghs_local' };
    const stages = ['demo', 'production', 'staging'];
    const runs = await Promise.all(stages.map(stage => step(services, { stage, ...comment })));
    // GitHub puts each job's name above its summary.
    const summary = runs
      .map((run, index) => `## deploy (${stages[index]}) summary\n\n${run.summary}`)
      .join('\n\n');
    return { summary, comment: services.github.comments.all[0]?.body ?? '' };
  } finally {
    await services.close();
  }
}

/**
 * A summary with names that try to end a label, a cell or a line, or to act as markup. The diagrams must still be
 * drawn.
 */
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
    readLinkContext({ GITHUB_REPOSITORY: 'acme/shop', GITHUB_SHA: 'c'.repeat(40) }),
  );
}

async function draw(name: string, markdown: string, theme?: Theme): Promise<void> {
  const file = path.join(folder, `${name}.png`);
  await drawMarkdown(markdown, file, theme);
  console.log(path.relative(process.cwd(), file));
}

try {
  mkdirSync(folder, { recursive: true });
  const several = await matrix();
  const pictures = {
    ready: await summaryOf({}, ready),
    created: await summaryOf({ bootstrap: 'ensure' }),
    broken: await summaryOf({}, services => {
      services.aws.state.buckets.delete(ready(services).asset);
    }),
    guard: await summaryOf({ stage: 'production' }, ready, "'acme'"),
    neutralized: await summaryOf({ stage: 'production', 'profile-guard': 'neutralize' }, ready),
    refused: await summaryOf({}, services => {
      services.github.job.ref = 'refs/heads/feature';
      services.role.trust = { Statement: [] };
    }),
    hostile: hostile(),
    matrix: several.summary,
    comment: several.comment,
  };
  if (forDocs) {
    for (const [name, picture] of Object.entries(DOCUMENTED))
      for (const theme of ['light', 'dark'] as const)
        await draw(`${name}-${theme}`, pictures[picture], theme);
  } else {
    for (const [name, markdown] of Object.entries(pictures)) {
      writeFileSync(path.join(folder, `${name}.md`), markdown);
      await draw(name, markdown);
    }
  }
} finally {
  await removeRuns();
  rmSync(scratch, { recursive: true, force: true });
}
