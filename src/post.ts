import { getState } from '@actions/core';
import { profileNotRemoved } from './credentials/messages.ts';
import { removeProfile, type WrittenProfile } from './credentials/profile-files.ts';
import { EXPORTED, PROFILE } from './export.ts';
import { Failure, problemOf } from './failure.ts';
import { runner } from './github/commands.ts';
import { files } from './github/files.ts';

// The job is over: on a self-hosted runner nothing of the session should stay, neither in an environment nor in the AWS
// files. Each item is tried, also if the one before failed or the runner cancels the job; a failure is a warning.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});
for (const item of [blankVariables, removeWrittenProfile]) {
  try {
    await item();
  } catch (error) {
    runner.warning(problemOf(error));
  }
}

/** A variable cannot be removed through the runner; AWS SDKs and CLIs ignore an empty one. */
async function blankVariables(): Promise<void> {
  const names = getState(EXPORTED).split(',').filter(Boolean);
  if (names.length === 0) return;
  files.leave({ ENV: Object.fromEntries(names.map(name => [name, ''])) });
  runner.info(`Blanked ${names.join(', ')}.`);
}

async function removeWrittenProfile(): Promise<void> {
  const state = getState(PROFILE);
  if (!state) return;
  const written = JSON.parse(state) as WrittenProfile;
  const { name, credentials } = written;
  try {
    const removed = await removeProfile(written);
    runner.info(
      removed
        ? `Removed profile ${name}.`
        : `Profile ${name} is no longer the one that this job wrote: it was not removed.`,
    );
  } catch (error) {
    throw new Failure(profileNotRemoved(name, credentials, (error as Error).message), error);
  }
}
