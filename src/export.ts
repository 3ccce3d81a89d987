import {
  planProfile,
  removeProfile,
  type WrittenProfile,
  writeProfile,
} from './credentials/profile-files.ts';
import type { Session } from './credentials/session.ts';
import { sstRunId } from './github/context.ts';
import { files } from './github/files.ts';
import type { Inputs } from './inputs/inputs.ts';
import type { Deployment } from './sst/deployment.ts';

/** What the main step leaves to the post step: the exported variables' names, and what it wrote to the AWS files. */
export const EXPORTED = 'exported';
export const PROFILE = 'profile';

/**
 * Gives the session to the next steps: as environment variables, as outputs, as a profile, as the inputs say. Called once,
 * when every check has passed. The post step is told first, so that it can clean up after a step that was killed. What can
 * fail most comes before the rest, and the environment last: if anything fails, nothing is left.
 *
 * @param outputs those that are set whatever the inputs say.
 * @param signal the step gives up: nothing is exported after that.
 * @returns the names of the variables exported, which the post step blanks.
 * @throws Failure if the profile or one of the runner's files cannot be written.
 */
export async function exportSession(
  session: Session,
  deployment: Deployment,
  inputs: Inputs,
  outputs: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<readonly string[]> {
  signal.throwIfAborted();
  const { exports, project } = inputs;
  const region = project.region ?? deployment.region.name;
  const runId = sstRunId(process.env);
  const ENV = {
    ...(exports.toEnvironment && credentialVariables(session, region, inputs)),
    ...(project.stage && { SST_STAGE: project.stage }),
    ...(runId && { SST_RUN_ID: runId }),
    ...deployment.exports,
  };
  const OUTPUT = { ...outputs, ...(exports.toOutputs && !session.inPlace && credentialOutputs(session)) };
  const names = Object.keys(ENV);
  const name = session.inPlace ? undefined : exports.profile;
  const profile = name === undefined ? undefined : planProfile(name, session.keys, region, process.env);
  leaveState(names, profile?.written);
  let written: WrittenProfile | undefined;
  try {
    if (profile) {
      await writeProfile(profile, exports.overwriteProfile, signal);
      written = profile.written;
    }
    files.leave({ OUTPUT, ENV });
  } catch (error) {
    try {
      if (written) await removeProfile(written);
      leaveState([], undefined);
    } catch {
      // The state stays, and the post step tries again.
    }
    throw error;
  }
  return names;
}

function leaveState(names: readonly string[], profile: WrittenProfile | undefined): void {
  files.leave({
    STATE: { [EXPORTED]: names.join(','), [PROFILE]: profile ? JSON.stringify(profile) : '' },
  });
}

function credentialOutputs({ keys, expires }: Session): Record<string, string> {
  return {
    'aws-access-key-id': keys.accessKeyId,
    'aws-secret-access-key': keys.secretAccessKey,
    ...(keys.sessionToken && { 'aws-session-token': keys.sessionToken }),
    // In quotes: configure-aws-credentials writes its date as JSON, and workflows read it by fromJSON().
    ...(expires && { 'aws-expiration': JSON.stringify(expires) }),
  };
}

function credentialVariables({ keys, inPlace }: Session, region: string, inputs: Inputs) {
  const { sessionToken } = keys;
  const blank = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', AWS_SESSION_TOKEN: '' };
  return {
    ...(inputs.credentials.unsetCurrentCredentials && blank),
    ...(!inPlace && {
      AWS_ACCESS_KEY_ID: keys.accessKeyId,
      AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
      // Long-lived keys come without a token: one that an earlier step left would make them useless, so it is blanked.
      ...((sessionToken || process.env['AWS_SESSION_TOKEN']) && { AWS_SESSION_TOKEN: sessionToken ?? '' }),
    }),
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    ...(!inPlace && inputs.exports.profile && { AWS_PROFILE: inputs.exports.profile }),
  };
}
