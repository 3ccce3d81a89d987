import type { Sts } from '../aws/sts.ts';
import { type JobContext, readContext, readEvent } from '../github/context.ts';
import type { SessionRequest } from './index.ts';
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
