import { Failure } from '../failure.ts';
import { requestIdToken, type TokenService } from '../github/id-token.ts';
import { SOURCE, tokenServiceFailed } from '../messages/credentials.ts';
import { timed } from '../report/trace.ts';
import { type Context, retrying } from './context.ts';
import { retry } from './retry.ts';
import { faultOf } from './sts-error.ts';

/**
 * GitHub's OIDC token for this job, masked.
 *
 * @throws Failure where the token service gives none.
 */
export async function githubToken(context: Context, service: TokenService): Promise<string> {
  const { audience, transport, mask } = context.request;
  try {
    const request = () => requestIdToken(service, audience, transport.signal);
    const ask = () => timed(transport.trace, 'GitHub GetIdToken', request);
    const token = await retry(ask, retrying(context, SOURCE.oidc));
    mask(token);
    return token;
  } catch (error) {
    const { message, status } = faultOf(error);
    throw new Failure(tokenServiceFailed(message, status), error);
  }
}
