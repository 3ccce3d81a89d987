import type { Keys } from '../aws/identity.ts';
import { openSts, type Sts } from '../aws/sts.ts';
import { type JobContext, readContext, readEvent } from '../github/context.ts';
import type { SessionRequest } from './request.ts';

/** What every source of credentials works with: the request, the job, and the STS client. */
export interface CredentialsContext {
  readonly request: SessionRequest;
  readonly job: JobContext;
  /** Opens STS with the keys (none for calls that bring a token), once the region is known. */
  readonly sts: (keys?: Keys) => Promise<Sts>;
}

export function openContext(request: SessionRequest): CredentialsContext {
  const { environment, stsEndpoint: endpoint, transport } = request;
  return {
    request,
    job: readContext(environment, readEvent(environment)),
    sts: async keys => openSts({ region: await request.region, endpoint, keys, transport }),
  };
}
