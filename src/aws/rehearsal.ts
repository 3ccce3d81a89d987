import { Readable } from 'node:stream';
import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Access, RequestHandler, Transport } from './access.ts';

/** Milliseconds without an answer, after which there is time for a rehearsal: on loopback it would have come. */
const IDLE_MS = 3;

/** An answer as it could come. */
export interface Answer {
  readonly status?: number;
  readonly body?: string;
}

/**
 * Rehearses in turn, as long as there is nothing else to do: a rehearsal that held up an answer would take the time that
 * it is there to save.
 *
 * @param answered aborted when what is waited for has come: what is not rehearsed by then goes unrehearsed.
 */
export async function whileIdle(
  answered: AbortSignal,
  rehearsals: ReadonlyArray<() => Promise<unknown>>,
): Promise<void> {
  for (const rehearsal of rehearsals) {
    // An answer that came while modules were run is looked at in the event loop's next round, not in what is left of
    // this one; and until then timers go by the clock of before that.
    await setImmediate();
    await setImmediate();
    await setTimeout(IDLE_MS);
    if (answered.aborted) return;
    await rehearsal();
  }
}

/**
 * A request that goes nowhere, made while a real one is on its way: the SDK's code, and ours around it, is compiled and
 * optimised as it is first run, which takes 10 to 15 ms a service. Done beforehand, that falls into time that is spent
 * waiting, and the request that counts goes out 2 ms after what it waited for.
 *
 * @param answers what the service would say, request by request, so that reading it is rehearsed too.
 * @param request makes the request with the transport given; what comes of it does not matter.
 */
export async function rehearse(
  transport: Transport,
  answers: readonly Answer[],
  request: (transport: Transport) => Promise<unknown>,
): Promise<void> {
  const left = [...answers];
  const handler: RequestHandler = {
    handle: async () => {
      const { status = 200, body = '' } = left.shift() ?? {};
      return { response: { statusCode: status, headers: {}, body: Readable.from([Buffer.from(body)]) } };
    },
  };
  try {
    await request({ ...transport, trace: () => {}, handler });
  } catch {
    // The real request will meet the same, and tell.
  }
}

/** The access of nobody, as it is rehearsed with: AWS' own example keys, in any region, the real one being unknown yet. */
export function rehearsalAccess(transport: Transport): Access {
  return {
    keys: {
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
      sessionToken: 'rehearsal',
    },
    identity: { account: '123456789012', arn: '', partition: 'aws' },
    region: 'us-east-1',
    transport,
  };
}
