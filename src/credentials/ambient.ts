import { readFileSync } from 'node:fs';
import type { Provided, Reach } from '../aws/providers.ts';
import { faultOf } from '../aws/sts-error.ts';
import { Failure } from '../failure.ts';
import { type Found, maskKeys } from './assume-role.ts';
import type { Context } from './context.ts';
import { noCredentials, noIdToken, profileFailed, SOURCE } from './messages.ts';
import { profileFailure } from './profile-failure.ts';
import { profilePaths } from './profile-files.ts';

type Providers = typeof import('../aws/providers.ts');

/** What the AWS SDK finds on this machine, masked. @throws Failure where it finds nothing. */
export async function machineKeys(context: Context, insteadOfOidc: boolean): Promise<Found> {
  const { environment, unsetCurrentCredentials } = context.request;
  const inEnvironment =
    !unsetCurrentCredentials && environment['AWS_ACCESS_KEY_ID'] && environment['AWS_SECRET_ACCESS_KEY'];
  const name = inEnvironment ? SOURCE.environment : SOURCE.machine;
  try {
    return found(context, name, await provide(context, (from, reach) => from.ambientKeys(reach)));
  } catch (error) {
    const explain = insteadOfOidc ? noIdToken : noCredentials;
    throw new Failure(explain(context.job, environment['AWS_PROFILE']), error);
  }
}

/** What a profile of the AWS files gives, masked. @throws Failure where it gives nothing. */
export async function profileKeys(context: Context, profile: string): Promise<Found> {
  try {
    const provided = await provide(context, (from, reach) => from.profileKeys(profile, reach));
    return found(context, SOURCE.profile(profile), provided);
  } catch (error) {
    const { message } = faultOf(error);
    const paths = profilePaths(context.request.environment);
    const files = { credentials: textOf(paths.credentials), config: textOf(paths.config) };
    const failure = profileFailure(profile, message, files);
    // What a command printed is in its error, which would be shown under debug: secrets may be in it.
    const cause = failure.kind === 'process' ? undefined : error;
    throw new Failure(profileFailed(profile, message, failure, paths), cause);
  }
}

/** What the file holds, as far as it can be read. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

async function provide(
  { request: { region, transport } }: Context,
  ask: (from: Providers, reach: Reach) => Promise<Provided>,
): Promise<Provided> {
  return ask(await import('../aws/providers.ts'), { region: async () => region, transport });
}

function found(context: Context, name: string, { keys, expires }: Provided): Found {
  maskKeys(context, keys);
  return { keys, name, ...(expires ? { expires } : {}) };
}
