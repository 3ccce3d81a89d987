import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { answerError } from '../aws/errors.ts';
import { objectIn } from '../json.ts';

export type TokenService = NonNullable<ReturnType<typeof tokenServiceOf>>;

/** The runner's token service and the key to it; undefined if the job lacks the permission `id-token: write`. */
export function tokenServiceOf(environment: NodeJS.ProcessEnv) {
  const url = environment['ACTIONS_ID_TOKEN_REQUEST_URL'];
  const bearer = environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
  return url && bearer ? { url, bearer } : undefined;
}

/** Kilobytes of an answer; a token has about two. */
const ANSWER_KB = 64;
const NO_TOKEN = 'TokenServiceError';

/**
 * Requests one OIDC token for the audience, as GitHub documents it: `GET <url>&audience=…` with the bearer token.
 *
 * Not by @actions/core: its getIDToken has no time limit, it repeats some failures itself, also with `disable-retry`, and its
 * errors do not carry the HTTP status.
 *
 * @param within milliseconds for the request, its whole answer included.
 * @returns the token, a secret that the caller masks at once.
 * @throws Error with the `status` of an answer without a token; the request's own error if there was no answer.
 */
export async function requestIdToken(
  service: TokenService,
  audience: string,
  signal: AbortSignal,
  within = 15_000,
): Promise<string> {
  const url = new URL(service.url);
  if (audience) url.searchParams.set('audience', audience);
  const limit = AbortSignal.timeout(within);
  try {
    const { status, body } = await get(url, service.bearer, AbortSignal.any([signal, limit]));
    const token = status === 200 ? tokenIn(body) : undefined;
    if (token !== undefined) return token;
    // An answer of 200 that could not be read might contain a token all the same: it is never quoted.
    const quoted = status === 200 ? '' : body.replace(/\s+/g, ' ').trim().slice(0, 200);
    throw answerError(NO_TOKEN, quoted || 'an answer without a token', status);
  } catch (error) {
    if (!limit.aborted || signal.aborted) throw error;
    throw answerError('ETIMEDOUT', `no answer within ${within / 1000} s`);
  }
}

async function get(url: URL, bearer: string, signal: AbortSignal) {
  const { Agent, get: send } = url.protocol === 'https:' ? https : http;
  const headers = {
    authorization: `Bearer ${bearer}`,
    accept: 'application/json; api-version=2.0',
    'user-agent': 'sst-creds',
  };
  const request = send(url, { agent: new Agent({ proxyEnv: process.env }), headers, signal });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  // A request that is aborted in the middle of its answer fails, too: the loop below rejects then.
  request.on('error', () => {});
  const { statusCode: status = 0 } = response;
  let body = '';
  for await (const chunk of response.setEncoding('utf8')) {
    body += chunk;
    if (body.length > ANSWER_KB * 1024)
      throw answerError(NO_TOKEN, `an answer of more than ${ANSWER_KB} kB`, status);
  }
  return { status, body };
}

function tokenIn(body: string): string | undefined {
  const value = objectIn(body)?.['value'];
  return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value) ? value : undefined;
}
