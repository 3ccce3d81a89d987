/** What STS, the token service or the network said when a request failed, whichever class the error is of. */
export interface Fault {
  /** AWS' error code without the SDK's suffix (`AccessDenied`, `InvalidIdentityToken`), or Node's (`ECONNRESET`). */
  readonly code: string;
  readonly message: string;
  /** The HTTP status; undefined where there was no answer. */
  readonly status: number | undefined;
}

/** The fields in which the SDK, Node and the token service say it. */
interface Telling {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
  readonly status?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: unknown };
}

/** Reads any error; the SDK appends `Exception` to the codes that it has a class for, and only to those. */
export function faultOf(error: unknown): Fault {
  const { name, code, message, status, $metadata } = (error ?? {}) as Telling;
  const http = $metadata?.httpStatusCode ?? status;
  // Node's errors are all named Error or AggregateError, and say what they are in `code`.
  const said = typeof code === 'string' && http === undefined ? code : name;
  return {
    code: String(said ?? 'Error').replace(/Exception$/, ''),
    message: String(message || code || name || error),
    status: typeof http === 'number' ? http : undefined,
  };
}
