/** One request and its result. */
export interface GithubRequest {
  number: number;
  service: 'token' | 'oidc' | 'api';
  /** GetIdToken, GetKeys, GetConfiguration, or the operation on comments: ListComments, CreateComment … */
  action: string;
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  body: string;
  status?: number;
  /** Milliseconds on this process's clock (performance.now). */
  arrived: number;
  /** When the answer was sent, on the same clock. */
  answered?: number;
}

/** The answer. */
export interface Reply {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}
