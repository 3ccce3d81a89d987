import { faultOf } from './errors.ts';

/** Sends a request, and tells the debug log how it ended: what, outcome, milliseconds. */
export async function timed<T>(
  trace: (line: string) => void,
  what: string,
  send: () => Promise<T>,
): Promise<T> {
  const start = performance.now();
  const told = (outcome: string) => trace(`${what}: ${outcome}, ${Math.round(performance.now() - start)} ms`);
  try {
    const result = await send();
    told('ok');
    return result;
  } catch (error) {
    const { code, message, status } = faultOf(error);
    // What the SDK says of an answer without a body, as of every HEAD.
    const said = message === 'UnknownError' ? '' : `: ${message}`;
    told(`${code}${status === undefined ? '' : ` (${status})`}${said}`);
    throw error;
  }
}
