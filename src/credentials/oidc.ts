import { faultOf } from '../aws/errors.ts';
import { retry } from '../aws/retry.ts';
import { timed } from '../aws/trace.ts';
import { Failure } from '../failure.ts';
import { requestIdToken, type TokenService } from '../github/id-token.ts';
import { SOURCE, tokenServiceFailed } from './messages.ts';
import { type RetryInputs, retrying } from './retrying.ts';

export interface TokenRequest extends RetryInputs {
  readonly audience: string;
  /** Registers a secret with the runner. */
  readonly mask: (secret: string) => void;
}

/**
 * GitHub's OIDC token for this job, masked.
 *
 * @throws Failure if the token service gives none.
 */
export async function githubToken(request: TokenRequest, service: TokenService): Promise<string> {
  const { audience, transport, mask } = request;
  try {
    const once = () => requestIdToken(service, audience, transport.signal);
    const ask = () => timed(transport.trace, 'GitHub GetIdToken', once);
    const token = await retry(ask, retrying(request, SOURCE.oidc));
    mask(token);
    return token;
  } catch (error) {
    const { message, status } = faultOf(error);
    throw new Failure(tokenServiceFailed(message, status), error);
  }
}
