import { requestLine } from '../report/log-messages.ts';

/** What of an answer, or of an error, tells how many tries it took: the AWS SDK's metadata. */
interface Answer {
  readonly $metadata?: {
    readonly attempts?: number | undefined;
    readonly httpStatusCode?: number | undefined;
  };
  readonly output?: Answer;
  readonly status?: number;
}

/** Sends a request, and tells the debug log, once it has ended, how: what, outcome, milliseconds, tries. */
export async function timed<T>(
  trace: (line: string) => void,
  what: string,
  send: () => Promise<T>,
): Promise<T> {
  const start = performance.now();
  const told = (outcome: string, answer: Answer | undefined) =>
    trace(requestLine(what, outcome, Math.round(performance.now() - start), triesOf(answer)));
  try {
    const result = await send();
    told('ok', result as Answer | undefined);
    return result;
  } catch (error) {
    told(failureOf(error), error as Answer);
    throw error;
  }
}

function triesOf(answer: Answer | undefined): number {
  return (answer?.output?.$metadata ?? answer?.$metadata)?.attempts ?? 1;
}

function failureOf(error: unknown): string {
  const { name = 'Error', message = '' } = error as Partial<Error>;
  const { $metadata, status = $metadata?.httpStatusCode } = error as Answer;
  // What the SDK says of an answer without a body, as of every HEAD.
  const said = message === 'UnknownError' ? '' : `: ${message}`;
  return `${name}${status ? ` (${status})` : ''}${said}`;
}
