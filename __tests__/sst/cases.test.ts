// Runs the guard on each project of the table. `cases.exhaustive.test.ts` runs the cases about modules and older versions, and
// `../conformance/sst-cli.test.ts` checks the table with the real CLI.
import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { body, returning } from './cases/case.ts';
import { CASES, MODULE_CASES } from './cases/index.ts';
import { inspected } from './inspected.ts';
import { judged, used } from './judged.ts';
import { projectWith } from './project.ts';

test.each(CASES.filter(expected => !MODULE_CASES.includes(expected)))('$name', expected => judged(expected));

test('a config that is a link finds its modules at its real place, as in SST (measured)', async () => {
  const { 'sst.config.ts': config } = body(
    `const { profile } = await import("./names"); ${returning('{ profile }')}`,
  );
  const folder = await projectWith({
    'infra/sst.config.ts': config,
    'infra/names.ts': 'export const profile = "staging";\n',
    'names.ts': 'export const profile = undefined;\n',
  });
  await symlink('infra/sst.config.ts', path.join(folder, 'sst.config.ts'));
  expect(used(await inspected(folder))).toEqual({ profile: 'staging' });
});
