import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { runAction } from '../runner/run.ts';
import type { Case } from './cases.ts';
import { type Fixture, makeFixture } from './fixture.ts';
import { type Observation, observe } from './observe.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The inputs that limit this action to the credentials: no profile guard, no bootstrap. */
const CREDENTIALS_ONLY = { bootstrap: 'skip', 'profile-guard': 'off' };

/** Runs the case with an action's folder (by default this one's), in a new fixture. */
export async function runCase(
  one: Case,
  action?: string,
  look: (fixture: Fixture) => void = () => {},
): Promise<Observation> {
  const fixture = await makeFixture();
  try {
    await one.prepare?.(fixture);
    const { AWS_ENDPOINT_URL = '', ...permission } = fixture.env;
    const run = await runAction({
      ...(action === undefined ? {} : { action }),
      with: {
        'aws-region': 'us-east-1',
        ...(action === undefined ? CREDENTIALS_ONLY : {}),
        ...one.with(fixture),
      },
      env: {
        AWS_ENDPOINT_URL,
        AWS_EC2_METADATA_DISABLED: 'true',
        ...(one.noIdToken ? {} : permission),
        ...one.env?.(fixture),
      },
      home: fixture.home,
      workspace: fixture.workspace,
    });
    look(fixture);
    const observation = observe(run, fixture);
    await run.remove();
    return observation;
  } finally {
    await fixture.end();
  }
}

/**
 * Makes a folder into an action with the peer's dist/index.js and this action's inputs, which include all of the
 * peer's.
 */
export function actionOf(peer: string, folder: string): string {
  const face = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as Record<string, unknown>;
  mkdirSync(folder, { recursive: true });
  // Without a package.json, Node derives the module's type from the file's extension.
  cpSync(peer, join(folder, 'index.cjs'));
  const cleanup = join(dirname(peer), 'cleanup', 'index.js');
  if (existsSync(cleanup)) cpSync(cleanup, join(folder, 'cleanup.cjs'));
  const runs = { using: 'node24', main: 'index.cjs', ...(existsSync(cleanup) && { post: 'cleanup.cjs' }) };
  writeFileSync(join(folder, 'action.yml'), stringify({ ...face, runs }));
  return folder;
}
