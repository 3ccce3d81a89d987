import { EXPORTED } from './github/export.ts';
import { runner } from './github/runner.ts';

// The job is over: on a self-hosted runner nothing of the session should stay in an environment. A variable cannot be
// unset through the runner; AWS SDKs and CLIs take an empty one for none.
const names = runner.getState(EXPORTED).split(',').filter(Boolean);
for (const name of names) runner.exportVariable(name, '');
if (names.length > 0) runner.info(`Blanked ${names.join(', ')}.`);
