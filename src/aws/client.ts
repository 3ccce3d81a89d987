import type { Access } from './access.ts';
import type { Agents } from './connections.ts';
import { timed } from './trace.ts';
import type { Transport } from './transport.ts';

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
  readonly customUserAgent: Array<[string, string?]>;
  readonly requestHandler: Pick<Agents, 'httpAgent' | 'httpsAgent'> & {
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
    customUserAgent: userAgentOf(transport),
    requestHandler: {
      httpAgent: transport.agents.httpAgent,
      httpsAgent: transport.agents.httpsAgent,
      connectionTimeout: CONNECT_MS,
      requestTimeout: transport.answerWithin ?? ANSWER_MS,
      throwOnRequestTimeout: true,
    },
  };
}

/** `sst-creds/1 github.com/acme/shop/actions/runs/123/attempts/1`: the SDK keeps slashes, and no colons. */
function userAgentOf({ runUrl }: Transport): Array<[string, string?]> {
  const run: Array<[string]> = runUrl === undefined ? [] : [[runUrl.replace(/^https?:\/\//, '')]];
  return [['sst-creds', '1'], ...run];
}

/** The same with a session's keys. */
export function authorizedConfig({ keys, region, transport }: Access) {
  return { ...clientConfig(region, transport), credentials: { ...keys } };
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
