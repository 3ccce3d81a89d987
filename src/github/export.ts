import { writeProfile } from '../credentials/profile-files.ts';
import type { Session } from '../credentials/session.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Deployment } from '../sst/deployment.ts';
import { sstRunId } from '../stage/run-attempt.ts';
import { files } from './files.ts';

/** The name under which the main step leaves the exported variables' names to the post step. */
export const EXPORTED = 'exported';

/** The name under which it leaves what it wrote to the AWS files. */
export const PROFILE = 'profile';

/**
 * Gives the session to the next steps: as environment variables, as outputs, as a profile, as the inputs say; with the
 * region, the stage if the input named it, SST_RUN_ID unless the job has set it, and what the guard needs exported.
 *
 * Called once, when every check has passed. Everything here is synchronous: it happens as a whole. What can fail, the
 * profile's files, comes first.
 *
 * @returns the names of the variables exported, which the post step blanks.
 * @throws Failure where the profile cannot be written; nothing is exported then.
 */
export function exportSession(session: Session, deployment: Deployment, inputs: Inputs): readonly string[] {
  const region = inputs.project.region ?? deployment.region.name;
  if (!session.inPlace) {
    saveProfile(session, region, inputs);
    if (inputs.exports.toOutputs) setCredentialOutputs(session);
  }
  const runId = sstRunId(process.env);
  const variables = {
    ...(inputs.exports.toEnvironment ? credentialVariables(session, region, inputs) : {}),
    ...(inputs.project.stage ? { SST_STAGE: inputs.project.stage } : {}),
    ...(runId ? { SST_RUN_ID: runId } : {}),
    ...deployment.exports,
  };
  files.exportVariables(variables);
  const names = Object.keys(variables);
  files.saveState(EXPORTED, names.join(','));
  return names;
}

function saveProfile({ keys }: Session, region: string, { exports }: Inputs): void {
  if (exports.profile === undefined) return;
  const options = { overwrite: exports.overwriteProfile, environment: process.env };
  const written = writeProfile(exports.profile, keys, region, options);
  files.saveState(PROFILE, JSON.stringify(written));
}

function setCredentialOutputs({ keys, expires }: Session): void {
  files.setOutputs({
    'aws-access-key-id': keys.accessKeyId,
    'aws-secret-access-key': keys.secretAccessKey,
    ...(keys.sessionToken ? { 'aws-session-token': keys.sessionToken } : {}),
    // In quotes, since configure-aws-credentials writes its date as JSON and workflows read it by fromJSON().
    ...(expires ? { 'aws-expiration': JSON.stringify(expires) } : {}),
  });
}

function credentialVariables(session: Session, region: string, inputs: Inputs): Record<string, string> {
  const { profile } = inputs.exports;
  const unset = inputs.credentials.unsetCurrentCredentials;
  return {
    ...(unset ? { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', AWS_SESSION_TOKEN: '' } : {}),
    ...(session.inPlace ? {} : keyVariables(session)),
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    ...(profile !== undefined && !session.inPlace ? { AWS_PROFILE: profile } : {}),
  };
}

function keyVariables({ keys }: Session): Record<string, string> {
  return {
    AWS_ACCESS_KEY_ID: keys.accessKeyId,
    AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
    // Long-lived keys come without a token: one that an earlier step left would make them useless, so it is blanked.
    ...(keys.sessionToken || process.env['AWS_SESSION_TOKEN']
      ? { AWS_SESSION_TOKEN: keys.sessionToken ?? '' }
      : {}),
  };
}
