import http from 'node:http';
import https from 'node:https';
import net, { type Socket } from 'node:net';
import type { ProxySettings, Transport } from './access.ts';
import { dnsSuffix } from './region.ts';

/** The agents that carry every request to AWS. */
export interface Agents {
  readonly httpAgent: http.Agent;
  readonly httpsAgent: https.Agent;
}

/** A service whose host is known once the region is; S3's begin with the buckets' names. */
export type Service = keyof typeof HOSTS;

const HOSTS = {
  sts: { host: 'sts', variable: 'AWS_ENDPOINT_URL_STS' },
  ssm: { host: 'ssm', variable: 'AWS_ENDPOINT_URL_SSM' },
  ecr: { host: 'api.ecr', variable: 'AWS_ENDPOINT_URL_ECR' },
} as const;

export const SERVICES = Object.keys(HOSTS) as readonly Service[];

export interface TransportOptions extends Transport {
  /** The region whose services will be asked; a promise if it is not known yet. */
  readonly region: string | Promise<string>;
  /** The services that will be asked: their connections are opened as soon as the region is known. */
  readonly services: readonly Service[];
  /** `sts-endpoint`, if STS is not at AWS' own address. */
  readonly stsEndpoint: string | undefined;
}

/** The way to AWS for the whole step. */
export function openTransport(options: TransportOptions): Transport {
  const { region, services, stsEndpoint, ...transport } = options;
  const connect = (name: string) => {
    for (const service of services)
      connectAhead(service, name, transport, service === 'sts' ? stsEndpoint : undefined);
  };
  // Without a region there is nothing to connect to: whoever asks for it reports why.
  Promise.resolve(region).then(connect, () => {});
  return transport;
}

const agents = new WeakMap<AbortSignal, Agents>();

/** One pair of agents for the whole step, whichever clients it makes: connections are opened once. */
export function agentsOf({ signal, proxy }: Transport): Agents {
  const known = agents.get(signal);
  if (known) return known;
  const options = { keepAlive: true, maxSockets: 50, proxyEnv: proxyEnvironment(proxy) };
  const made = { httpAgent: new http.Agent(options), httpsAgent: new https.Agent(options) };
  agents.set(signal, made);
  return made;
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

/**
 * Opens a connection to a service before there is a request for it, so that looking up the name, TCP and TLS (three
 * times the way there and back) fall into the wait for something else. The next request to that host takes it; one that
 * cannot be opened, or that nobody needs, is no loss. Through a proxy, nothing is opened ahead.
 *
 * @param given where the service is, if it is not where AWS_ENDPOINT_URL says, or at AWS' own address.
 */
export function connectAhead(service: Service, region: string, transport: Transport, given?: string): void {
  const endpoint = given ?? endpointOf(service, region);
  if (endpoint === undefined || proxyEnvironment(transport.proxy).HTTP_PROXY) return;
  const { protocol, hostname: host, port } = new URL(endpoint);
  const { httpAgent, httpsAgent } = agentsOf(transport);
  const place = { host, port: Number(port) || (protocol === 'https:' ? 443 : 80) };
  if (protocol === 'https:') openAhead(httpsAgent, { ...place, servername: net.isIP(host) ? '' : host });
  else openAhead(httpAgent, place);
}

/** Where the SDK will look for the service; undefined where that takes more than the region to say. */
function endpointOf(service: Service, region: string): string | undefined {
  const { host, variable } = HOSTS[service];
  const { env } = process;
  const configured = env[variable] || env['AWS_ENDPOINT_URL'];
  if (configured) return configured;
  if (env['AWS_USE_FIPS_ENDPOINT'] || env['AWS_USE_DUALSTACK_ENDPOINT']) return undefined;
  return `https://${host}.${region}.${dnsSuffix(region)}`;
}

interface Place {
  readonly host: string;
  readonly port: number;
  readonly servername?: string;
}

const AS_AGENTS_DO = { keepAlive: true, noDelay: true, ALPNProtocols: ['http/1.1'] };

/** What was opened ahead with an agent, and is not used yet. */
interface Ahead {
  /** The agent's own way to open a connection. */
  readonly open: http.Agent['createConnection'];
  readonly waiting: Map<string, Socket[]>;
}

const aheads = new WeakMap<http.Agent, Ahead>();

function openAhead(agent: http.Agent, place: Place): void {
  const { open, waiting } = aheads.get(agent) ?? takeAheadFirst(agent);
  const socket = open({ ...AS_AGENTS_DO, ...place }) as Socket;
  socket.on('error', ignore); // The request opens one of its own then, and tells.
  socket.unref();
  waiting.set(keyOf(place), [...(waiting.get(keyOf(place)) ?? []), socket]);
}

/** Makes the agent take what was opened ahead, where there is something (Node's documentation, `agent.createConnection`). */
function takeAheadFirst(agent: http.Agent): Ahead {
  const waiting = new Map<string, Socket[]>();
  const open = agent.createConnection.bind(agent);
  agent.createConnection = (options, callback) => {
    const sockets = waiting.get(keyOf(options as Place)) ?? [];
    for (let socket = sockets.shift(); socket; socket = sockets.shift()) {
      if (socket.destroyed || !socket.writable) continue;
      socket.off('error', ignore);
      return socket.ref();
    }
    return open(options, callback);
  };
  const ahead = { open, waiting };
  aheads.set(agent, ahead);
  return ahead;
}

function keyOf({ host, port }: Place): string {
  return `${host}:${port}`;
}

function ignore(): void {}
