import { profileNotRemoved } from './credentials/messages.ts';
import { removeProfile, type WrittenProfile } from './credentials/profile-files.ts';
import { runner } from './github/commands.ts';
import { EXPORTED, PROFILE } from './github/export.ts';
import { files } from './github/files.ts';
import { blankedLine, profileRemovedLine } from './report/log-messages.ts';

// The job is over: on a self-hosted runner nothing of the session should stay, neither in an environment nor in the AWS
// files. A variable cannot be unset through the runner; AWS SDKs and CLIs take an empty one for none.
const names = files.getState(EXPORTED).split(',').filter(Boolean);
files.exportVariables(Object.fromEntries(names.map(name => [name, ''])));
if (names.length > 0) runner.info(blankedLine(names));

const state = files.getState(PROFILE);
if (state) remove(JSON.parse(state) as WrittenProfile);

function remove(written: WrittenProfile): void {
  try {
    const removed = removeProfile(written);
    runner.info(profileRemovedLine(written.name, removed));
  } catch (error) {
    runner.warning(profileNotRemoved(written.name, written.credentials, (error as Error).message));
  }
}
