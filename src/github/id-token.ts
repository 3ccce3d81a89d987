import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';

/** The address of the runner's token service, and the key to it: set only with the permission `id-token: write`. */
export interface TokenService {
  readonly url: string;
  readonly bearer: string;
}

/** The job's token service; undefined if the job is not allowed to request a token. */
export function tokenServiceOf(environment: NodeJS.ProcessEnv): TokenService | undefined {
  const url = environment['ACTIONS_ID_TOKEN_REQUEST_URL'];
  const bearer = environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
  return url && bearer ? { url, bearer } : undefined;
}

/** Kilobytes of an answer; a token has about two. */
const ANSWER_KB = 64;

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
    throw noToken(status, quoted || 'an answer without a token');
  } catch (error) {
    if (!limit.aborted || signal.aborted) throw error;
    throw Object.assign(new Error(`no answer within ${within / 1000} s`), { code: 'ETIMEDOUT' });
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
    if (body.length > ANSWER_KB * 1024) throw noToken(status, `an answer of more than ${ANSWER_KB} kB`);
  }
  return { status, body };
}

function tokenIn(body: string): string | undefined {
  try {
    const { value } = JSON.parse(body) as { value?: unknown };
    return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function noToken(status: number, message: string): Error {
  return Object.assign(new Error(message), { name: 'TokenServiceError', status });
}
