import { Readable } from 'node:stream';
import type { STSClient } from '@aws-sdk/client-sts';
import type { Access } from './access.ts';
import { answerError, BROKEN_ANSWER, FOREIGN_ANSWER, WITHOUT_CODE } from './errors.ts';
import { type RetryPolicy, retry } from './retry.ts';
import { timed } from './trace.ts';
import type { Transport } from './transport.ts';

/** Milliseconds to connect; to wait for an answer, and again for all of it: then a try counts as lost. */
const CONNECT_MS = 5_000;
const ANSWER_MS = 15_000;

/** The configuration of every SDK client. @param access without keys for requests that bring a token. */
export function clientConfig(access: Pick<Access, 'region' | 'transport'> & Partial<Access>) {
  const { keys, region, transport } = access;
  const { httpAgent, httpsAgent } = transport.agents;
  const run = transport.runUrl?.replace(/^https?:\/\//, '');
  return {
    region,
    // `senderOf` repeats a request: by one policy for all services, that knows which of their errors pass.
    maxAttempts: 1,
    // `sst-creds/1 github.com/acme/shop/actions/runs/123/attempts/1`: the SDK keeps slashes, and no colons.
    customUserAgent: [['sst-creds', '1'], ...(run ? [[run]] : [])] as Array<[string, string?]>,
    requestHandler: {
      httpAgent,
      httpsAgent,
      connectionTimeout: CONNECT_MS,
      requestTimeout: transport.answerWithin ?? ANSWER_MS,
      throwOnRequestTimeout: true,
    },
    ...(keys && { credentials: { ...keys } }),
  };
}

/**
 * The client's `send` with what all requests have: they end when the step does, each try is traced, an answer is read as a
 * whole within a time, an answer that is not AWS' is an error, and a failure that passes is repeated.
 *
 * @param policyOf how a command is repeated.
 * @param strict whether each answer of success must name its request, as AWS' do: for a service whose success says nothing else.
 */
export function senderOf<Client extends { send(...parameters: never): unknown }>(
  client: Client,
  { trace, signal, patience, answerWithin = ANSWER_MS }: Transport,
  policyOf: (command: string) => RetryPolicy = () => ({}),
  strict = false,
): Client['send'] {
  // All clients of the SDK share it (AWS SDK for JavaScript v3, "Middleware stack").
  const { middlewareStack: stack } = client as unknown as Pick<STSClient, 'middlewareStack'>;
  stack.add(
    (next, { clientName = '', commandName = '' }) =>
      input => {
        const [service, command] = [clientName.replace(/Client$/, ''), commandName.replace(/Command$/, '')];
        const ask = () => timed(trace, `${service} ${command}`, () => next(input));
        return retry(ask, { ...policyOf(command), signal, patience });
      },
    { step: 'initialize', name: 'retry', priority: 'high' },
  );
  stack.add(
    next => async input => {
      const { hostname } = input.request as { hostname: string };
      const result = await next(input).catch(error => {
        throw readingError(error, hostname);
      });
      const answer = result.response as HttpAnswer;
      const { $metadata: _, ...output } = result.output as { $metadata?: unknown };
      const isEmpty = Object.values(output).every(value => value === undefined);
      if (!isOfAws(answer) && (strict || isEmpty)) throw foreignAnswer(hostname, answer);
      return result;
    },
    { step: 'deserialize', name: 'isOfAws', priority: 'high' },
  );
  stack.add(
    next => async input => {
      const result = await next(input);
      await readWhole(result.response as HttpAnswer, answerWithin);
      return result;
    },
    { step: 'deserialize', name: 'readWhole', priority: 'low' },
  );
  const send = client.send.bind(client) as (command: unknown, options: object) => unknown;
  return ((command: unknown) => send(command, { abortSignal: signal })) as Client['send'];
}

/** What the SDK's HTTP handler gives, as far as it is looked at. */
interface HttpAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  body?: unknown;
}

/** Megabytes of an answer. SST's states are the largest that is read. */
const MAX_MB = 64;

/**
 * Reads the whole body of an answer, so that a try fails as a whole if the connection breaks or the answer drips.
 *
 * @param within milliseconds for the whole body. @throws if it takes longer or is too large, or if the connection breaks.
 */
async function readWhole(answer: HttpAnswer, within: number): Promise<void> {
  const { body } = answer;
  if (!(body instanceof Readable)) return;
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
    answer.body = Readable.from(chunks, { objectMode: false });
  } catch (error) {
    const { code = 'ECONNRESET', message } = error as NodeJS.ErrnoException;
    throw answerError(code, message);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * The error for an answer that the SDK could not read: whether it is one of AWS, or of something between it and the runner.
 * AWS names each of its answers in a header (`x-amz-request-id`, `x-amzn-requestid`), as do the services that stand in for
 * it; one that has an error code that AWS knows is taken for AWS', too.
 */
function readingError(error: unknown, host: string): unknown {
  const { name, $response: answer } = (error ?? {}) as { name?: unknown; $response?: HttpAnswer };
  const isRead = !WITHOUT_CODE.test(String(name)) && !(error instanceof SyntaxError);
  if (answer === undefined || isRead) return error;
  if (!isOfAws(answer)) return foreignAnswer(host, answer);
  if (answer.statusCode >= 300) return error;
  return answerError(BROKEN_ANSWER, `the answer of ${host} is incomplete`, answer.statusCode);
}

/** Whether the answer names its request, as all of AWS' do. */
function isOfAws({ headers }: HttpAnswer): boolean {
  return Object.keys(headers).some(name => /^x-amzn?-/.test(name));
}

/** Something answered that is not AWS: a captive portal, a proxy, a firewall. */
function foreignAnswer(host: string, { statusCode: status, headers }: HttpAnswer): Error {
  const type = headers['content-type']?.split(';')[0] ?? 'no content type';
  const message = `${host} answered with HTTP status ${status} (${type}), and not as AWS does`;
  return answerError(FOREIGN_ANSWER, message, status);
}
