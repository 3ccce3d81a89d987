import type { Sts } from '../aws/sts.ts';
import { type JobContext, readContext, readEvent } from '../github/context.ts';
import { retryLine } from '../messages/log.ts';
import type { SessionRequest } from './index.ts';
import { DEFAULT_TRIES, PATIENCE_MS, type Retrying } from './retry.ts';
import type { Keys } from './session.ts';

/** What every source works with: the request, the job, and the way to STS. */
export interface Context {
  readonly request: SessionRequest;
  readonly job: JobContext;
  /** Begins to load the STS client, where there is something else to wait for meanwhile. */
  readonly loadSts: () => void;
  /** Opens STS with the keys (none for calls that bring a token), once the region is known. */
  readonly sts: (keys?: Keys) => Promise<Sts>;
}

export function openContext(request: SessionRequest): Context {
  const { environment, stsEndpoint: endpoint, transport } = request;
  let module: Promise<typeof import('../aws/sts.ts')> | undefined;
  const load = () => {
    module ??= import('../aws/sts.ts');
    return module;
  };
  return {
    request,
    job: readContext(environment, readEvent(environment)),
    loadSts: () => void load().catch(() => {}), // Awaited, and thrown, where STS is opened.
    sts: async keys => {
      const { openSts } = await load();
      return openSts({ region: await request.region, endpoint, keys, transport });
    },
  };
}

/** How a request for something is retried, as the inputs say; each wait is told in the log. */
export function retrying({ request }: Context, what: string): Retrying {
  return {
    policy: { tries: triesOf(request), within: PATIENCE_MS },
    signal: request.transport.signal,
    told: (failed, wait, { code, message }) =>
      request.log.info(retryLine(what, failed, { code, message }, wait)),
  };
}

/** Tries in all. The special characters' work-around overrides both inputs, as in configure-aws-credentials. */
function triesOf(inputs: SessionRequest): number {
  if (inputs.specialCharactersWorkaround) return DEFAULT_TRIES;
  if (inputs.disableRetry) return 1;
  // 0 counts as not given there, and anything below as 1.
  return Math.max(1, inputs.retryMaxAttempts || DEFAULT_TRIES);
}
