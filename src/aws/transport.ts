import { setImmediate } from 'node:timers/promises';
import { type Agents, makeAgents, type ProxySettings } from './connections.ts';
import { dnsSuffix } from './region.ts';

/** How requests travel: one for the whole step, so that connections are shared. */
export interface Transport {
  readonly agents: Agents;
  /** Told of every request that was answered or failed: service, command, milliseconds, attempts. */
  readonly trace: (line: string) => void;
  /** Ends every request under way, when the step has failed elsewhere. */
  readonly signal: AbortSignal;
  /** URL of the workflow run, for the user agent of every request: CloudTrail shows it. */
  readonly runUrl?: string | undefined;
  /** Milliseconds to wait for an answer before a request counts as lost, if not the default. */
  readonly answerWithin?: number;
  /** Milliseconds for which a request is repeated, if not the default. */
  readonly patience?: number;
}

/** What is known of each service before the first request: its host, how many requests go there at once, its SDK client. */
const SERVICES = {
  sts: { host: 'sts', atOnce: 1, load: () => import('@aws-sdk/client-sts') },
  ssm: { host: 'ssm', atOnce: 1, load: () => import('@aws-sdk/client-ssm') },
  ecr: { host: 'api.ecr', atOnce: 1, load: () => import('@aws-sdk/client-ecr') },
  s3: { host: 's3', atOnce: 3, load: () => import('@aws-sdk/client-s3') },
} as const;

export type Service = keyof typeof SERVICES;

export const ALL_SERVICES = Object.keys(SERVICES) as readonly Service[];

interface TransportOptions extends Pick<Transport, 'trace' | 'signal' | 'runUrl'> {
  readonly proxy: ProxySettings;
  /** The region whose services will be asked; a promise if it is not known yet. */
  readonly region: string | Promise<string>;
  readonly services: readonly Service[];
  /** More regions in which the same services will be asked, except STS. */
  readonly otherRegions?: readonly string[];
  /** The URL of STS, if it is not at AWS' own address. */
  readonly stsEndpoint?: string | undefined;
}

/**
 * Makes the way to AWS. As soon as the region is known, it opens the connections to all services that will be asked, and
 * loads their SDK clients while the handshakes take their round trips: at 200 ms a round trip that saves half a second.
 */
export function openTransport(options: TransportOptions): Transport {
  const { trace, signal, runUrl, proxy, region, services, otherRegions = [], stsEndpoint } = options;
  const agents = makeAgents(proxy);
  const prepare = (name: string, wanted: readonly Service[]) => {
    for (const service of wanted) {
      const endpoint = (service === 'sts' && stsEndpoint) || endpointOf(service, name);
      for (let count = 0; endpoint && count < SERVICES[service].atOnce; count++) agents.openEarly(endpoint);
    }
    return loadClients(wanted, signal);
  };
  // If there is no region, or a client cannot be loaded, the code that needs it reports why.
  const ignored = () => {};
  Promise.resolve(region)
    .then(name => prepare(name, services))
    .catch(ignored);
  const notSts = services.filter(service => service !== 'sts');
  for (const other of otherRegions) prepare(other, notSts).catch(ignored);
  return { agents, trace, signal, runUrl };
}

/** One after another, with pauses in which the event loop goes on with the handshakes: loading a client takes up to 30 ms. */
async function loadClients(services: readonly Service[], signal: AbortSignal): Promise<void> {
  for (const service of services) {
    await setImmediate();
    if (signal.aborted) return;
    await SERVICES[service].load();
  }
}

/** The URL at which the SDK will ask the service; undefined if more than the region decides that. */
function endpointOf(service: Service, region: string): string | undefined {
  const { env } = process;
  const configured = env[`AWS_ENDPOINT_URL_${service.toUpperCase()}`] || env['AWS_ENDPOINT_URL'];
  if (configured || env['AWS_USE_FIPS_ENDPOINT'] || env['AWS_USE_DUALSTACK_ENDPOINT']) return configured;
  return `https://${SERVICES[service].host}.${region}.${dnsSuffix(region)}`;
}
