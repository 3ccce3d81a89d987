import { whileIdle } from '../aws/rehearsal.ts';
import type { Sts } from '../aws/sts.ts';
import { type JobContext, readContext, readEvent } from '../github/context.ts';
import type { SessionRequest } from './index.ts';
import type { Keys } from './session.ts';

/** What every source works with: the request, the job, and the way to STS. */
export interface Context {
  readonly request: SessionRequest;
  readonly job: JobContext;
  /** Loads the STS client and rehearses with it, where there is something else to wait for until then. Never throws. */
  readonly prepareSts: (until: AbortSignal) => Promise<void>;
  /** Opens STS with the keys (none for calls that bring a token), once the region is known. */
  readonly sts: (keys?: Keys) => Promise<Sts>;
}

export function openContext(request: SessionRequest): Context {
  const { environment, stsEndpoint: endpoint, transport } = request;
  const load = () => import('../aws/sts.ts');
  return {
    request,
    job: readContext(environment, readEvent(environment)),
    prepareSts: async until => {
      try {
        if (typeof request.region === 'string') {
          const { connectAhead } = await import('../aws/connections.ts');
          connectAhead('sts', request.region, transport, endpoint);
        }
        const { rehearseSts } = await load();
        await whileIdle(until, [() => rehearseSts(transport)]);
      } catch {
        // It fails again, and is thrown, where STS is opened.
      }
    },
    sts: async keys => {
      const { openSts } = await load();
      return openSts({ region: await request.region, endpoint, keys, transport });
    },
  };
}
