// Projects, and the result of SST 4.17.1 for each. `../judged.ts` runs the guard on this table, and
// `../../conformance/sst-cli.test.ts` the real CLI, so that both are compared with the same results.
import { HOMES } from './apps.ts';
import type { Case } from './case.ts';
import { ELSEWHERE } from './elsewhere.ts';
import { ENV_FILES } from './env-files.ts';
import { HONEST } from './honest.ts';
import { MODULES } from './modules.ts';
import { OUTPUT } from './output.ts';
import { PROFILES } from './profiles.ts';
import { REGIONS } from './regions.ts';
import { RESOLUTION } from './resolution.ts';
import { STAGES } from './stages.ts';
import { TYPESCRIPT } from './typescript.ts';

export { asOf, type Case, OLDER_VERSIONS, type OlderVersion, type Uses } from './case.ts';

/** The cases that older versions run, too: those that do not depend on how the config is evaluated. */
export const CORE_CASES: readonly Case[] = [...PROFILES, ...ENV_FILES, ...REGIONS, ...HOMES];

/** The cases about how modules are found and evaluated. */
export const MODULE_CASES: readonly Case[] = [...MODULES, ...RESOLUTION];

export const CASES: readonly Case[] = [
  ...PROFILES,
  ...ENV_FILES,
  ...REGIONS,
  ...HOMES,
  ...STAGES,
  ...ELSEWHERE,
  ...HONEST,
  ...OUTPUT,
  ...MODULE_CASES,
  ...TYPESCRIPT,
];
