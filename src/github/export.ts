import type { Session } from '../credentials/session.ts';
import type { Inputs } from '../inputs.ts';
import type { Deployment } from '../sst/deployment.ts';
import { runner } from './runner.ts';

/** The name under which the main step leaves the exported variables' names to the post step. */
export const EXPORTED = 'exported';

/**
 * Gives the session to the next steps: as environment variables, as outputs, as both, as the inputs say; with the
 * region, the stage where the input named it, and what the guard needs exported.
 *
 * Called once, when every check has passed. Everything here is synchronous: it happens as a whole.
 *
 * @returns the names of the variables exported, which the post step blanks.
 */
export function exportSession(session: Session, deployment: Deployment, inputs: Inputs): readonly string[] {
  const { keys, expires } = session;
  if (inputs.exports.toOutputs) {
    runner.setOutput('aws-access-key-id', keys.accessKeyId);
    runner.setOutput('aws-secret-access-key', keys.secretAccessKey);
    if (keys.sessionToken) runner.setOutput('aws-session-token', keys.sessionToken);
    if (expires) runner.setOutput('aws-expiration', expires.toISOString());
  }
  const region = inputs.project.region ?? deployment.region.name;
  const variables: Record<string, string> = {
    ...(inputs.exports.toEnvironment
      ? {
          AWS_ACCESS_KEY_ID: keys.accessKeyId,
          AWS_SECRET_ACCESS_KEY: keys.secretAccessKey,
          ...sessionToken(keys.sessionToken),
          AWS_REGION: region,
          AWS_DEFAULT_REGION: region,
        }
      : {}),
    ...(inputs.project.stage ? { SST_STAGE: inputs.project.stage } : {}),
    ...deployment.exports,
  };
  for (const [name, value] of Object.entries(variables)) runner.exportVariable(name, value);
  const names = Object.keys(variables);
  runner.saveState(EXPORTED, names.join(','));
  return names;
}

/** Long-lived keys come without a token: one that an earlier step left would make them useless, so it is blanked. */
function sessionToken(token: string | undefined): Record<string, string> {
  if (token) return { AWS_SESSION_TOKEN: token };
  return process.env['AWS_SESSION_TOKEN'] ? { AWS_SESSION_TOKEN: '' } : {};
}
