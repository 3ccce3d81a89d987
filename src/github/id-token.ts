import http from 'node:http';
import https from 'node:https';
import { TOKEN_SERVICE } from '../credentials/messages.ts';

/** Where the runner's token service is, and what opens it: there only with the permission `id-token: write`. */
export interface TokenService {
  readonly url: string;
  readonly bearer: string;
}

/** The job's token service; undefined where the job may not request a token. */
export function tokenServiceOf(environment: NodeJS.ProcessEnv): TokenService | undefined {
  const url = environment['ACTIONS_ID_TOKEN_REQUEST_URL'];
  const bearer = environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
  return url && bearer ? { url, bearer } : undefined;
}

/** The token service answered, but not with a token. */
export class TokenServiceError extends Error {
  override readonly name = 'TokenServiceError';
  /** The HTTP status. */
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Milliseconds without an answer after which a request counts as lost. */
const ANSWER_MS = 15_000;

/** Characters of an answer that is no token, as they are quoted to a person. */
const QUOTED = 200;

/**
 * Requests one OIDC token for the audience, as GitHub documents it: `GET <url>&audience=…` with the bearer token.
 *
 * Not by `core.getIDToken`: it takes neither a signal nor a time limit, it repeats some failures itself, also with
 * `disable-retry`, and its errors do not carry the HTTP status. A proxy is the environment's HTTPS_PROXY, HTTP_PROXY and NO_PROXY, as for every other request to GitHub.
 *
 * @returns the token, a secret that the caller masks at once.
 * @throws TokenServiceError for an answer without a token; the request's own error where there was none.
 */
export async function requestIdToken(
  service: TokenService,
  audience: string,
  signal: AbortSignal,
): Promise<string> {
  const url = new URL(service.url);
  if (audience) url.searchParams.set('audience', audience);
  const { status, body } = await get(url, service.bearer, signal);
  const token = status === 200 ? tokenIn(body) : undefined;
  if (token === undefined) throw new TokenServiceError(status, quotable(status, body));
  return token;
}

function get(url: URL, bearer: string, signal: AbortSignal): Promise<{ status: number; body: string }> {
  const { Agent, get: send } = url.protocol === 'https:' ? https : http;
  const agent = new Agent({ proxyEnv: process.env });
  const headers = {
    authorization: `Bearer ${bearer}`,
    accept: 'application/json; api-version=2.0',
    'user-agent': 'sst-creds',
  };
  return new Promise((resolve, reject) => {
    const request = send(url, { agent, headers, signal, timeout: ANSWER_MS }, response => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
      );
    });
    request.on('timeout', () => request.destroy(timeout()));
    request.on('error', reject);
  });
}

function timeout(): Error {
  return Object.assign(new Error(TOKEN_SERVICE.late(ANSWER_MS / 1000)), { code: 'ETIMEDOUT' });
}

function tokenIn(body: string): string | undefined {
  try {
    const { value } = JSON.parse(body) as { value?: unknown };
    return typeof value === 'string' && value !== '' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** An answer of 200 that could not be read may hold a token all the same: it is never quoted. */
function quotable(status: number, body: string): string {
  if (status === 200) return TOKEN_SERVICE.empty;
  return body.replace(/\s+/g, ' ').trim().slice(0, QUOTED);
}
