import http from 'node:http';
import https from 'node:https';
import net, { type Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { dnsSuffix } from './region.ts';

/** How requests travel: one for the whole step, so that connections are shared. */
export interface Transport {
  readonly agents: ReturnType<typeof makeAgents>;
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
  async function prepare(name: string, wanted: readonly Service[]) {
    for (const service of wanted) {
      const endpoint = (service === 'sts' && stsEndpoint) || endpointOf(service, name);
      for (let count = 0; endpoint && count < SERVICES[service].atOnce; count++) agents.openEarly(endpoint);
    }
    for (const service of wanted) {
      // A pause, in which the event loop goes on with the handshakes: loading a client takes up to 30 ms.
      await setImmediate();
      if (signal.aborted) return;
      await SERVICES[service].load();
    }
  }
  const butSts = services.filter(service => service !== 'sts');
  const prepared = [
    Promise.resolve(region).then(name => prepare(name, services)),
    ...otherRegions.map(name => prepare(name, butSts)),
  ];
  // If there is no region, or a client cannot be loaded, the code that needs it reports why.
  for (const one of prepared) one.catch(() => {});
  return { agents, trace, signal, runUrl };
}

/** The variable that gives the SDK another endpoint of the service. */
export const endpointVariable = (service: Service) => `AWS_ENDPOINT_URL_${service.toUpperCase()}`;

/** The URL at which the SDK will ask the service; undefined if more than the region decides that. */
function endpointOf(service: Service, region: string): string | undefined {
  const { env } = process;
  const configured = env[endpointVariable(service)] || env['AWS_ENDPOINT_URL'];
  if (configured || env['AWS_USE_FIPS_ENDPOINT'] || env['AWS_USE_DUALSTACK_ENDPOINT']) return configured;
  return `https://${SERVICES[service].host}.${region}.${dnsSuffix(region)}`;
}

/** A proxy that the workflow names; without a URL, the environment's HTTPS_PROXY, HTTP_PROXY and NO_PROXY apply. */
export interface ProxySettings {
  readonly url?: string;
  /** Hosts to reach without it, separated by commas. */
  readonly except?: string;
}

/** The agents that carry every request to AWS, so that all clients share their connections. */
export function makeAgents(settings: ProxySettings) {
  const proxyEnv = proxyEnvironment(settings);
  const options = { keepAlive: true, maxSockets: 50, proxyEnv };
  const [httpAgent, httpsAgent] = [new http.Agent(options), new https.Agent(options)];
  const [openHttp, openHttps] = [earlyConnections(httpAgent), earlyConnections(httpsAgent)];
  return {
    httpAgent,
    httpsAgent,
    /**
     * Opens a connection before there is a request for it, so that looking up the name and the handshakes of TCP and TLS
     * happen while the step waits for something else. The next request to that host takes it. If it cannot be opened,
     * or if nobody needs it, nothing is lost. With a proxy, nothing is opened.
     */
    openEarly(endpoint: string): void {
      if (proxyEnv['HTTPS_PROXY']) return;
      const { protocol, hostname: host, port } = new URL(endpoint);
      if (protocol !== 'https:') openHttp({ host, port: Number(port || 80) });
      else openHttps({ host, port: Number(port || 443), servername: net.isIP(host) ? '' : host });
    },
  };
}

/**
 * Node's agents take proxies in the form of the environment's variables (since 24.5; no package is needed for it). As
 * in configure-aws-credentials one proxy serves both protocols, and HTTPS_PROXY goes before HTTP_PROXY.
 */
function proxyEnvironment({ url, except }: ProxySettings): NodeJS.ProcessEnv {
  const { HTTPS_PROXY, https_proxy, HTTP_PROXY, http_proxy, NO_PROXY, no_proxy } = process.env;
  const proxy = url || HTTPS_PROXY || https_proxy || HTTP_PROXY || http_proxy;
  return { HTTP_PROXY: proxy, HTTPS_PROXY: proxy, NO_PROXY: except || NO_PROXY || no_proxy };
}

type Target = Readonly<{ host: string; port: number; servername?: string }>;

const AS_AGENTS_DO = { keepAlive: true, noDelay: true, ALPNProtocols: ['http/1.1'] };

/** Lets the agent take an early connection before it opens one of its own (Node's documentation, `agent.createConnection`). */
function earlyConnections(agent: http.Agent): (target: Target) => void {
  const waiting = new Map<Socket, Target>();
  const open = agent.createConnection.bind(agent);
  agent.createConnection = (options, callback) => {
    const { host, port } = options as Target;
    const [socket] =
      [...waiting].find(([{ writable }, to]) => writable && to.host === host && to.port === port) ?? [];
    if (!socket) return open(options, callback);
    waiting.delete(socket);
    return socket.ref();
  };
  return to => {
    const socket = open({ ...AS_AGENTS_DO, ...to }) as Socket;
    socket.on('error', () => {}); // The request then opens a connection of its own, and reports what is wrong.
    waiting.set(socket.unref(), to);
  };
}
