import { Readable } from 'node:stream';
import { AnswerError, BROKEN_ANSWER, FOREIGN_ANSWER, WITHOUT_CODE } from './errors.ts';

/** What the SDK's HTTP handler gives, as far as it is looked at. */
export interface HttpAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  body?: unknown;
}

/** Megabytes of an answer. SST's states are the largest that is read. */
const MAX_MB = 64;

/**
 * Reads the whole body of an answer, so that a try fails as a whole if the connection breaks or the answer drips.
 *
 * @param within milliseconds for the whole body.
 * @throws AnswerError if it takes longer or is too large; the connection's own error if it breaks.
 */
export async function readWhole(answer: HttpAnswer, within: number): Promise<void> {
  const { body } = answer;
  if (!(body instanceof Readable)) return;
  const late = setTimeout(
    () => body.destroy(new AnswerError('ETIMEDOUT', `no whole answer within ${within / 1000} s`)),
    within,
  );
  try {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of body as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > MAX_MB * 1024 * 1024)
        throw new AnswerError('AnswerTooLarge', `an answer of more than ${MAX_MB} MB`);
    }
    answer.body = Readable.from(chunks, { objectMode: false });
  } catch (error) {
    const { name, code = 'ECONNRESET', message } = error as NodeJS.ErrnoException;
    throw name === 'AbortError' ? error : new AnswerError(code, message);
  } finally {
    clearTimeout(late);
  }
}

/**
 * The error for an answer that the SDK could not read: whether it is one of AWS, or of something between it and the runner.
 * AWS names each of its answers in a header (`x-amz-request-id`, `x-amzn-requestid`), as do the services that stand in for
 * it; one that has an error code that AWS knows is taken for AWS', too.
 */
export function readingError(error: unknown, host: string): unknown {
  const { name, $response: answer } = (error ?? {}) as { name?: unknown; $response?: HttpAnswer };
  if (answer === undefined) return error;
  const readable = !WITHOUT_CODE.has(String(name)) && !(error instanceof SyntaxError);
  if (readable || isOfAws(answer))
    return readable || answer.statusCode >= 300 ? error : brokenAnswer(host, answer);
  return foreignAnswer(host, answer);
}

/** Whether the answer names its request, as all of AWS' do. */
export function isOfAws({ headers }: HttpAnswer): boolean {
  return Object.keys(headers).some(name => /^x-amzn?-/.test(name));
}

/** Something answered that is not AWS: a captive portal, a proxy, a firewall. */
export function foreignAnswer(host: string, { statusCode, headers }: HttpAnswer): AnswerError {
  const type = headers['content-type']?.split(';')[0] ?? 'no content type';
  return new AnswerError(
    FOREIGN_ANSWER,
    `${host} answered with HTTP status ${statusCode} (${type}), and not as AWS does`,
    statusCode,
  );
}

function brokenAnswer(host: string, { statusCode }: HttpAnswer): AnswerError {
  return new AnswerError(BROKEN_ANSWER, `the answer of ${host} is incomplete`, statusCode);
}
