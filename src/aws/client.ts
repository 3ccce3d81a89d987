import type { Access } from './access.ts';
import { foreignAnswer, type HttpAnswer, isOfAws, readingError, readWhole } from './answer.ts';
import { type RetryPolicy, retry } from './retry.ts';
import { timed } from './trace.ts';
import type { Transport } from './transport.ts';

/** Milliseconds to connect; to wait for an answer, and again for all of it: then a try counts as lost. */
const CONNECT_MS = 5_000;
const ANSWER_MS = 15_000;

/** The configuration of every SDK client. Its endpoint, if not AWS' own, is the SDK's AWS_ENDPOINT_URL. */
export function clientConfig(region: string, transport: Transport) {
  const { httpAgent, httpsAgent } = transport.agents;
  return {
    region,
    // `senderOf` repeats a request: by one policy for all services, that knows which of their errors pass.
    maxAttempts: 1,
    customUserAgent: userAgentOf(transport),
    requestHandler: {
      httpAgent,
      httpsAgent,
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

interface Request {
  readonly hostname: string;
}
interface Result {
  readonly response: HttpAnswer;
  readonly output: object;
}
interface Context {
  readonly clientName?: string;
  readonly commandName?: string;
}
type Next = (input: { request: Request }) => Promise<Result>;
type Middleware = (next: Next, context: Context) => Next;

/** The SDK's middleware stack, which all its clients share (AWS SDK for JavaScript v3, "Middleware stack"). */
interface Stack {
  add(middleware: Middleware, options: { step: string; name: string; priority?: string }): void;
}

/** How a client's requests are repeated. */
interface Managing {
  /** Undefined: the caller repeats them. */
  readonly policy?: RetryPolicy | ((command: string) => RetryPolicy);
  /** Whether each answer of success must name its request, as AWS' do: for a service whose success says nothing else. */
  readonly strict?: boolean;
}

/**
 * The client's `send` with what all requests have: they end when the step does, each try is traced, an answer is read as a
 * whole within a time, an answer that is not AWS' is an error, and a failure that passes is repeated.
 */
export function senderOf<Client extends { send(...parameters: never): unknown }>(
  client: Client,
  transport: Transport,
  { policy, strict = false }: Managing = {},
): Client['send'] {
  const { middlewareStack: stack } = client as unknown as { middlewareStack: Stack };
  const { trace, signal, patience, answerWithin = ANSWER_MS } = transport;
  stack.add(
    (next, { clientName = '', commandName = '' }) =>
      input => {
        const [service, command] = [clientName.replace(/Client$/, ''), commandName.replace(/Command$/, '')];
        const ask = () => timed(trace, `${service} ${command}`, () => next(input));
        if (!policy) return ask();
        const chosen = typeof policy === 'function' ? policy(command) : policy;
        return retry(ask, {
          policy: patience ? { ...chosen, within: patience, throttledWithin: patience } : chosen,
          signal,
        });
      },
    { step: 'initialize', name: 'retry', priority: 'high' },
  );
  stack.add(
    next => async input => {
      const { hostname } = input.request;
      try {
        const result = await next(input);
        if (!isOfAws(result.response) && (strict || isEmpty(result.output)))
          throw foreignAnswer(hostname, result.response);
        return result;
      } catch (error) {
        throw readingError(error, hostname);
      }
    },
    { step: 'deserialize', name: 'isOfAws', priority: 'high' },
  );
  stack.add(
    next => async input => {
      const result = await next(input);
      await readWhole(result.response, answerWithin);
      return result;
    },
    { step: 'deserialize', name: 'readWhole', priority: 'low' },
  );
  const send = client.send.bind(client) as (command: unknown, options: object) => unknown;
  return ((command: unknown) => send(command, { abortSignal: signal })) as Client['send'];
}

/** Whether the SDK read nothing from an answer. */
function isEmpty(output: object): boolean {
  return Object.entries(output).every(([name, value]) => name === '$metadata' || value === undefined);
}
