import { Readable } from 'node:stream';
import type { STSClient, STSClientConfig } from '@aws-sdk/client-sts';
import { answerError, FOREIGN_ANSWER } from './errors.ts';
import type { Access } from './identity.ts';
import { type RetryPolicy, retry } from './retry.ts';
import { timed } from './trace.ts';

/** Milliseconds to connect; to wait for an answer, and again for all of it: then a try counts as lost. */
const CONNECT_MS = 5_000;
const ANSWER_MS = 15_000;

/** Megabytes of an answer. SST's states are the largest that is read. */
const MAX_MB = 64;

type Config = Pick<
  STSClientConfig,
  'region' | 'maxAttempts' | 'customUserAgent' | 'requestHandler' | 'credentials' | 'endpoint'
> & { forcePathStyle?: true };

/**
 * A client of the SDK with what all requests have: they end when the step does, each try is traced, an answer is read as a
 * whole within a time, an answer that is not AWS' is an error, and a failure that passes is repeated.
 *
 * @param access without keys for requests that bring a token. @param config what differs from the other clients.
 * @param policyOf how a command is repeated.
 */
export function openClient<Client extends { send: unknown }>(
  Service: new (config: Config) => Client,
  { keys, region, transport }: Pick<Access, 'region' | 'transport'> & Partial<Access>,
  config: Pick<Config, 'endpoint' | 'forcePathStyle'> = {},
  policyOf: (command: string) => RetryPolicy = () => ({}),
): Client {
  const { agents, trace, signal, patience, answerWithin = ANSWER_MS } = transport;
  const run = transport.runUrl?.replace(/^https?:\/\//, '');
  const client = new Service({
    region,
    // A request is repeated below: by one policy for all services, that knows which of their errors pass.
    maxAttempts: 1,
    // `sst-creds/1 github.com/acme/shop/actions/runs/123/attempts/1`: the SDK keeps slashes, and no colons.
    customUserAgent: [['sst-creds', '1'], ...(run ? [[run] as [string]] : [])],
    requestHandler: {
      httpAgent: agents.httpAgent,
      httpsAgent: agents.httpsAgent,
      connectionTimeout: CONNECT_MS,
      requestTimeout: answerWithin,
      throwOnRequestTimeout: true,
    },
    ...(keys && { credentials: { ...keys } }),
    ...config,
  });
  // All clients of the SDK have the same (AWS SDK for JavaScript v3, "Middleware stack").
  const common = client as unknown as STSClient;
  common.middlewareStack.add(
    (next, { clientName = '', commandName = '' }) =>
      input => {
        const [service, command] = [clientName.replace(/Client$/, ''), commandName.replace(/Command$/, '')];
        const ask = () => timed(trace, `${service} ${command}`, () => next(input));
        return retry(ask, { ...policyOf(command), signal, patience });
      },
    { step: 'initialize', name: 'retry', priority: 'high' },
  );
  common.middlewareStack.add(
    next => async input => {
      const result = await next(input);
      const answer = result.response as HttpAnswer;
      if (!isOfAws(answer)) throw foreignAnswer((input.request as { hostname: string }).hostname, answer);
      answer.body = await readWhole(answer.body, answerWithin);
      return result;
    },
    { step: 'deserialize', name: 'readWhole', priority: 'low' },
  );
  const send = common.send.bind(common) as (command: unknown, options: object) => unknown;
  client.send = (command: unknown) => send(command, { abortSignal: signal });
  return client;
}

/** What the SDK's HTTP handler gives, as far as it is looked at. */
interface HttpAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  body: Readable;
}

/** Reads the whole body, in milliseconds at most, so that a try fails as a whole if the connection breaks or the answer drips. */
async function readWhole(body: Readable, within: number): Promise<Readable> {
  const late = () => body.destroy(answerError('ETIMEDOUT', `no whole answer within ${within / 1000} s`));
  const timer = setTimeout(late, within);
  try {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of body as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > MAX_MB * 1024 * 1024)
        throw answerError('AnswerTooLarge', `an answer of more than ${MAX_MB} MB`);
    }
    return Readable.from(chunks, { objectMode: false });
  } catch (error) {
    // The SDK would wrap the stream's own error in another, without its code.
    const { code = 'ECONNRESET', message } = error as NodeJS.ErrnoException;
    throw answerError(code, message);
  } finally {
    clearTimeout(timer);
  }
}

/** Whether it names its request (`x-amz-request-id`, `x-amzn-requestid`), as all answers of AWS and of its stand-ins do. */
function isOfAws({ headers }: HttpAnswer): boolean {
  return Object.keys(headers).some(name => /^x-amzn?-/.test(name));
}

/** Something answered that is not AWS: a captive portal, a proxy, a firewall. */
function foreignAnswer(host: string, { statusCode: status, headers }: HttpAnswer): Error {
  const type = headers['content-type']?.split(';')[0] ?? 'no content type';
  const message = `${host} answered with HTTP status ${status} (${type}), and not as AWS does`;
  return answerError(FOREIGN_ANSWER, message, status);
}
