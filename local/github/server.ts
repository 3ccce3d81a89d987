import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { type Fault, type FaultAnswer, Faults, type Injected, type Limit } from '../faults.ts';
import { listen, pause, plainHeaders, readBody } from '../http.ts';
import { type Claims, claimsOf, JOB, type Job } from './claims.ts';
import { Comments } from './comments.ts';
import type { GithubRequest, Reply } from './request.ts';
import { RunAttempts } from './run-attempts.ts';

export type GithubFault = Fault<GithubRequest>;

/** GitHub on 127.0.0.1: the ID token service with its keys, and the comments of pull requests. */
export interface LocalGithub {
  /** Also GITHUB_API_URL. */
  url: string;
  /** The `iss` of the tokens, which real trust policies name; its keys are at `jwks`. */
  issuer: string;
  jwks: string;
  /** The job that the tokens are for. Changes take effect with the next token. */
  job: Job;
  /** Claims that replace those of the job, or are added to them. */
  claims: Claims;
  /** Seconds that a token is valid; GitHub's own are between five and ten minutes. Negative: expired when issued. */
  lifetime: number;
  latency: number;
  requests: GithubRequest[];
  comments: Comments;
  runAttempts: RunAttempts;
  /** The variables of a job with `id-token: write`. */
  tokenEnvironment(): Record<string, string>;
  /** A token as the service would issue it. */
  idToken(audience?: string): Promise<string>;
  inject(fault: GithubFault): Injected;
  limit(limit: Limit<GithubRequest>): void;
  heal(): void;
  close(): Promise<void>;
}

export interface GithubOptions {
  issuer?: string;
  job?: Partial<Job>;
  latency?: number;
}

const KEY_ID = 'local-1';
const TOKEN_PATH = '/idtoken/00000000-0000-0000-0000-000000000000';

/** Starts GitHub. Each start has a new key, so that its tokens are not valid with another one. */
export async function startGithub(options: GithubOptions = {}): Promise<LocalGithub> {
  const keys = await generateKeyPair('RS256');
  const publicKey = { ...(await exportJWK(keys.publicKey)), kid: KEY_ID, alg: 'RS256', use: 'sig' };
  const faults = new Faults<GithubRequest>();
  const comments = new Comments();
  const runAttempts = new RunAttempts();
  const requests: GithubRequest[] = [];
  const requestToken = `ghs_${randomUUID().replaceAll('-', '')}`;

  const { url, close } = await listen((request, response) => {
    serve(request, response).catch(error => {
      console.error(error);
      response.destroy();
    });
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const entry = await receive(request);
    response.once('finish', () => {
      entry.answered = performance.now();
    });
    await pause(github.latency);
    const fault = faults.next(entry);
    const arrives = !fault || fault.effect;
    const reply = arrives ? await answer(entry) : undefined;
    if (fault?.answer === 'timeout') return;
    if (fault?.answer === 'reset') request.socket.destroy();
    else send(response, entry, fault ? failure(fault.answer as FaultAnswer) : (reply as Reply));
  }

  async function receive(request: IncomingMessage): Promise<GithubRequest> {
    const body = (await readBody(request)).toString();
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://github');
    const method = request.method ?? 'GET';
    const entry: GithubRequest = {
      number: requests.length + 1,
      ...route(method, pathname),
      method,
      path: pathname,
      query: Object.fromEntries(searchParams),
      headers: plainHeaders(request),
      body,
      arrived: performance.now(),
    };
    requests.push(entry);
    return entry;
  }

  async function answer(entry: GithubRequest): Promise<Reply> {
    if (faults.throttled(entry)) {
      return failure({ status: 429, code: 'TooManyRequests', message: 'Too many requests' });
    }
    switch (entry.action) {
      case 'GetIdToken':
        if (entry.headers['authorization']?.toLowerCase() !== `bearer ${requestToken}`) {
          return failure({ status: 401, code: 'Unauthorized', message: 'Bad credentials' });
        }
        return { status: 200, body: { value: await github.idToken(entry.query['audience']) } };
      case 'GetKeys':
        return { status: 200, body: { keys: [publicKey] } };
      case 'GetConfiguration':
        return { status: 200, body: configuration(github.issuer, github.jwks) };
      default:
        return RunAttempts.action(entry.method, entry.path)
          ? runAttempts.answer(entry)
          : comments.answer(entry);
    }
  }

  const github: LocalGithub = {
    url,
    issuer: options.issuer ?? 'https://token.actions.githubusercontent.com',
    jwks: `${url}/.well-known/jwks`,
    job: { ...JOB, ...options.job },
    claims: {},
    lifetime: 300,
    latency: options.latency ?? 0,
    requests,
    comments,
    runAttempts,
    tokenEnvironment: () => ({
      // GitHub's URL already has a query, so a client must not append `?audience=`.
      ACTIONS_ID_TOKEN_REQUEST_URL: `${url}${TOKEN_PATH}?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken,
    }),
    // Without an audience, GitHub uses the URL of the repository's owner.
    idToken: (audience = `https://github.com/${github.job.owner}`) => {
      const now = Math.floor(Date.now() / 1000);
      return new SignJWT({
        ...claimsOf(github.job),
        aud: audience,
        iss: github.issuer,
        jti: randomUUID(),
        ...github.claims,
      })
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: KEY_ID })
        .setIssuedAt(now)
        .setNotBefore(now - 300)
        .setExpirationTime(now + github.lifetime)
        .sign(keys.privateKey);
    },
    inject: fault => faults.inject(fault),
    limit: limit => faults.limit(limit),
    heal: () => faults.clear(),
    close,
  };
  return github;
}

function route(method: string, path: string): Pick<GithubRequest, 'service' | 'action'> {
  if (path === TOKEN_PATH) return { service: 'token', action: 'GetIdToken' };
  if (path === '/.well-known/jwks') return { service: 'oidc', action: 'GetKeys' };
  if (path === '/.well-known/openid-configuration') return { service: 'oidc', action: 'GetConfiguration' };
  return { service: 'api', action: RunAttempts.action(method, path) || Comments.action(method, path) };
}

function configuration(issuer: string, jwks: string): Record<string, unknown> {
  return {
    issuer,
    jwks_uri: jwks,
    subject_types_supported: ['public', 'pairwise'],
    response_types_supported: ['id_token'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid'],
  };
}

function failure({ status, code, message, headers, ...answer }: FaultAnswer): Reply {
  return { status, body: answer.body ?? { message, code }, ...(headers && { headers }) };
}

function send(response: ServerResponse, entry: GithubRequest, { status, body, headers }: Reply): void {
  entry.status = status;
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  const isText = body === undefined || typeof body === 'string' || body instanceof Buffer;
  response.end(isText ? body : JSON.stringify(body));
}
