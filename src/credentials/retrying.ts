import { DEFAULT_TRIES, POLICY, type Retrying } from '../aws/retry.ts';
import type { Transport } from '../aws/transport.ts';
import type { Log } from '../github/log.ts';
import type { CredentialInputs } from '../inputs/inputs.ts';
import { retryLine } from './log-messages.ts';

/** What decides how requests are retried. */
export interface RetryInputs
  extends Pick<CredentialInputs, 'specialCharactersWorkaround' | 'disableRetry' | 'retryMaxAttempts'> {
  readonly transport: Transport;
  readonly log: Log;
}

/** How a request is retried, according to the inputs. Each wait is written to the log. */
export function retrying(request: RetryInputs, what: string): Retrying {
  return {
    policy: { ...POLICY, tries: triesOf(request), settles: true },
    signal: request.transport.signal,
    told: (failed, wait, fault) => request.log.info(retryLine(what, failed, fault, wait)),
  };
}

/** Tries in all. `special-characters-workaround` overrides both inputs, as in configure-aws-credentials. */
function triesOf(inputs: RetryInputs): number {
  if (inputs.specialCharactersWorkaround) return DEFAULT_TRIES;
  if (inputs.disableRetry) return 1;
  // In configure-aws-credentials, 0 counts as not given and a negative number as 1.
  return Math.max(1, inputs.retryMaxAttempts || DEFAULT_TRIES);
}
