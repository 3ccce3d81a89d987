import http from 'node:http';
import https from 'node:https';
import { timed } from '../report/trace.ts';
import type { Access, ProxySettings, RequestHandler, Transport } from './access.ts';

/** Milliseconds to connect, and to wait for an answer, before a request counts as lost and is tried again. */
const CONNECT_MS = 5_000;
const ANSWER_MS = 15_000;

/** Tries of a request in all; the SDK waits between them with full jitter, longer when it was throttled. */
const ATTEMPTS = 6;

/** What every SDK client of the action is made with. */
export interface ClientConfig {
  readonly region: string;
  readonly maxAttempts: number;
  readonly retryMode: 'standard';
  readonly customUserAgent: Array<[string, string]>;
  readonly requestHandler:
    | RequestHandler
    | {
        readonly httpAgent: http.Agent;
        readonly httpsAgent: https.Agent;
        readonly connectionTimeout: number;
        readonly requestTimeout: number;
        readonly throwOnRequestTimeout: true;
      };
}

/** The configuration for a client in a region; its endpoint, where it is not AWS's own, is the SDK's AWS_ENDPOINT_URL. */
export function clientConfig(region: string, transport: Transport): ClientConfig {
  return {
    region,
    maxAttempts: ATTEMPTS,
    retryMode: 'standard',
    customUserAgent: [['sst-creds', '1']],
    requestHandler: transport.handler ?? {
      ...agentsOf(transport),
      connectionTimeout: CONNECT_MS,
      requestTimeout: transport.answerWithin ?? ANSWER_MS,
      throwOnRequestTimeout: true,
    },
  };
}

/** The same with a session's keys. */
export function authorizedConfig({ keys, region, transport }: Access) {
  return { ...clientConfig(region, transport), credentials: { ...keys } };
}

const agents = new WeakMap<Transport, { httpAgent: http.Agent; httpsAgent: https.Agent }>();

/** One pair of agents for the whole step, whichever clients it makes: connections are opened once. */
export function agentsOf(transport: Transport): { httpAgent: http.Agent; httpsAgent: https.Agent } {
  const known = agents.get(transport);
  if (known) return known;
  const options = { keepAlive: true, maxSockets: 50, proxyEnv: proxyEnvironment(transport.proxy) };
  const made = { httpAgent: new http.Agent(options), httpsAgent: new https.Agent(options) };
  agents.set(transport, made);
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

/** What the traced client needs to have: the SDK's middleware stack, which all its clients share. */
interface Traceable {
  readonly middlewareStack: {
    add(
      middleware: (
        next: (input: never) => Promise<{ output: { $metadata?: { attempts?: number } } }>,
        context: { commandName?: string; clientName?: string },
      ) => (input: never) => Promise<unknown>,
      options: { step: 'initialize'; name: string; priority: 'high' },
    ): void;
  };
}

/** Makes the client tell of each request, once it has ended: what, how long, how many tries. */
export function traced<Client extends object>(client: Client, { trace }: Transport): Client {
  (client as Traceable).middlewareStack.add(
    (next, { clientName = '', commandName = '' }) =>
      input =>
        timed(trace, `${clientName.replace(/Client$/, '')} ${commandName.replace(/Command$/, '')}`, () =>
          next(input),
        ),
    { step: 'initialize', name: 'trace', priority: 'high' },
  );
  return client;
}
