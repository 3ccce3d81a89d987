import { DEFAULT_TRIES, PATIENCE_MS, type Retrying } from '../aws/retry.ts';
import type { Transport } from '../aws/transport.ts';
import type { Log } from '../github/log.ts';
import type { CredentialInputs } from '../inputs/inputs.ts';
import { retryLine } from '../report/log-messages.ts';

/** Whose requests are retried. */
export interface Retried
  extends Pick<CredentialInputs, 'specialCharactersWorkaround' | 'disableRetry' | 'retryMaxAttempts'> {
  readonly transport: Transport;
  readonly log: Log;
}

/** How a request for something is retried, as the inputs say; each wait is told in the log. */
export function retrying(request: Retried, what: string): Retrying {
  return {
    policy: { tries: triesOf(request), within: PATIENCE_MS },
    signal: request.transport.signal,
    told: (failed, wait, { code, message }) =>
      request.log.info(retryLine(what, failed, { code, message }, wait)),
  };
}

/** Tries in all. The special characters' work-around overrides both inputs, as in configure-aws-credentials. */
function triesOf(inputs: Retried): number {
  if (inputs.specialCharactersWorkaround) return DEFAULT_TRIES;
  if (inputs.disableRetry) return 1;
  // 0 counts as not given there, and anything below as 1.
  return Math.max(1, inputs.retryMaxAttempts || DEFAULT_TRIES);
}
