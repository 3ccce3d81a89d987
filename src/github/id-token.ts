import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { TOKEN_SERVICE } from './messages.ts';

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

/** The token service answered, but not with a token. */
export class TokenServiceError extends Error {
  override readonly name = 'TokenServiceError';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const ANSWER_MS = 15_000;
/** Kilobytes of an answer; a token has about two. */
const ANSWER_KB = 64;

/** Characters of an answer that is no token, as they are quoted to a person. */
const QUOTED = 200;

/**
 * Requests one OIDC token for the audience, as GitHub documents it: `GET <url>&audience=…` with the bearer token.
 *
 * Not by `core.getIDToken`: it takes neither a signal nor a time limit, it repeats some failures itself, also with
 * `disable-retry`, and its errors do not carry the HTTP status. A proxy is the environment's HTTPS_PROXY, HTTP_PROXY and
 * NO_PROXY, as for every other request to GitHub.
 *
 * @param within milliseconds for the request, its whole answer included.
 * @returns the token, a secret that the caller masks at once.
 * @throws TokenServiceError for an answer without a token; the request's own error if there was no answer.
 */
export async function requestIdToken(
  service: TokenService,
  audience: string,
  signal: AbortSignal,
  within = ANSWER_MS,
): Promise<string> {
  const url = new URL(service.url);
  if (audience) url.searchParams.set('audience', audience);
  const limit = AbortSignal.timeout(within);
  try {
    const { status, body } = await get(url, service.bearer, AbortSignal.any([signal, limit]));
    const token = status === 200 ? tokenIn(body) : undefined;
    if (token === undefined) throw new TokenServiceError(status, quotable(status, body));
    return token;
  } catch (error) {
    if (!limit.aborted || signal.aborted) throw error;
    throw Object.assign(new Error(TOKEN_SERVICE.late(within / 1000)), { code: 'ETIMEDOUT' });
  }
}

async function get(url: URL, bearer: string, signal: AbortSignal): Promise<{ status: number; body: string }> {
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
  let body = Buffer.alloc(0);
  for await (const chunk of response) {
    body = Buffer.concat([body, chunk]);
    if (body.length > ANSWER_KB * 1024) throw new TokenServiceError(status, TOKEN_SERVICE.long(ANSWER_KB));
  }
  return { status, body: body.toString() };
}

function tokenIn(body: string): string | undefined {
  try {
    const { value } = JSON.parse(body) as { value?: unknown };
    return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** An answer of 200 that could not be read might contain a token all the same: it is never quoted. */
function quotable(status: number, body: string): string {
  if (status === 200) return TOKEN_SERVICE.empty;
  return body.replace(/\s+/g, ' ').trim().slice(0, QUOTED) || TOKEN_SERVICE.empty;
}
