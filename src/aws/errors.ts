import { isRegion } from './region.ts';

/** What a request needs: an IAM action on a resource. */
export interface Permission {
  /** `s3:ListBucket` */
  readonly action: string;
  readonly resource: string;
}

/** What an error says, whichever client, protocol or layer it comes from. */
export interface Fault {
  /**
   * The service's error code (`NoSuchBucket`), Node's (`ECONNRESET`), or one of this action's: `ForeignAnswer` for an
   * answer that is not AWS', `BrokenAnswer` for an incomplete one, `InvalidAnswer` for one with a malformed value.
   */
  readonly code: string;
  readonly message: string;
  /** The HTTP status; undefined if there was no answer. */
  readonly status: number | undefined;
  /** The region that a bucket is in, if S3 says so. */
  readonly bucketRegion?: string | undefined;
  readonly tries?: number | undefined;
}

export const FOREIGN_ANSWER = 'ForeignAnswer';
const BROKEN_ANSWER = 'BrokenAnswer';
export const INVALID_ANSWER = 'InvalidAnswer';

/** The error for an answer that cannot be used: it is not AWS', or it is not whole. */
export function answerError(code: string, message: string, status?: number): Error {
  return Object.assign(new Error(message), { code, status });
}

/** The fields in which the SDK, Node and the token service say it. */
interface Telling extends Partial<Readonly<Record<'name' | 'code' | 'message' | 'status', unknown>>> {
  readonly tries?: number;
  readonly $metadata?: { readonly httpStatusCode?: unknown };
  readonly $response?: { readonly headers?: Readonly<Record<string, string>> };
}

/** Reads any error. */
export function faultOf(error: unknown): Fault {
  const { name, code, message, status, tries, $metadata, $response } = (error ?? {}) as Telling;
  const headers = $response?.headers ?? {};
  const http = $metadata?.httpStatusCode ?? status;
  // The network's errors are all named Error or AggregateError, and say what they are in `code`: also in the middle of
  // an answer, when there is a status already.
  const byCode =
    typeof code === 'string' && (http === undefined || /^(?:Error|AggregateError)$/.test(String(name)));
  const said = String((byCode ? code : name) ?? 'Error');
  const isBroken = WITHOUT_CODE.test(said) && Number(http) < 300;
  const text = isBroken ? 'the answer is incomplete' : String(message || code || name || error);
  const region = headers['x-amz-bucket-region'] ?? /expecting '([a-z0-9-]+)'/.exec(text)?.[1] ?? '';
  // In the protocols of XML, the SDK appends the suffix to the codes that it has a class for. In JSON, AWS does so itself.
  const suffix = headers['content-type']?.includes('json') ? '' : /Exception$/;
  return {
    code: isBroken ? BROKEN_ANSWER : said.replace(suffix, ''),
    message: text,
    status: typeof http === 'number' ? http : undefined,
    bucketRegion: isRegion(region) ? region : undefined,
    tries,
  };
}

/** A request that AWS answered with an error, or that got no answer after all tries. */
export class Refused extends Error implements Fault {
  override readonly name: string = 'Refused';
  readonly permission: Permission;
  declare readonly code: string;
  declare readonly status: number | undefined;
  declare readonly bucketRegion?: string | undefined;
  declare readonly tries?: number | undefined;

  constructor(permission: Permission, fault: Fault, cause: unknown) {
    super(fault.message, { cause });
    Object.assign(this, fault);
    this.permission = permission;
  }
}

/** A request that the caller is not allowed to make. */
export class Denied extends Refused {
  override readonly name = 'Denied';
  /** AWS' reason: `no identity-based policy allows the s3:ListBucket action`; undefined if it gives none. */
  readonly because: string | undefined;

  /** @param permission what was asked for, if AWS names no other (`kms:Decrypt`). */
  constructor(permission: Permission, fault: Fault, cause: unknown) {
    const told = readDenial(fault.message);
    super(told?.permission ?? permission, fault, cause);
    this.because = told?.because;
  }
}

/** The answer, or the refusal as a value. @throws what is no answer of AWS, such as an abort. */
export const orRefused = <T>(request: Promise<T>) => orError(request, Refused);

/** The answer, or the denial as a value. @throws every other refusal. */
export const orDenied = <T>(request: Promise<T>) => orError(request, Denied);

function orError<T, E>(request: Promise<T>, Kind: new (...parameters: never) => E): Promise<T | E> {
  return request.catch(error => {
    if (error instanceof Kind) return error;
    throw error;
  });
}

/**
 * The request's answer.
 *
 * @param permission what the request needs.
 * @param otherwise the answers that some error codes stand for.
 * @throws Denied if AWS says that the caller is not allowed to, Refused for every other error; an abort as it is.
 */
export async function asked<T, Other = never>(
  permission: Permission,
  request: Promise<T>,
  otherwise: Readonly<Record<string, Other>> = {},
): Promise<T | Other> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') throw error;
    const fault = faultOf(error);
    if (Object.hasOwn(otherwise, fault.code)) return otherwise[fault.code] as Other;
    const isDenial = DENIED.test(fault.code) || (fault.status === 403 && WITHOUT_CODE.test(fault.code));
    throw new (isDenial ? Denied : Refused)(permission, fault, error);
  }
}

/**
 * What AWS says of a denial: "User: … is not authorized to perform: ssm:GetParameters on resource: arn:… because no
 * identity-based policy allows the ssm:GetParameters action" (IAM user guide, "Troubleshoot access denied error
 * messages"; S3 quotes the resource). Undefined if the message has another form, as S3's plain "Access Denied".
 */
export function readDenial(message: string) {
  const [, action, resource, because, explicit] =
    /not authorized to perform: ([\w-]+:\w+) on(?: the)? resource:? "?(arn:[^\s"]+|\*)"?(?: (?:because|as) (.+?)\.?| (with an explicit deny.*?)\.?| with .*)?$/s.exec(
      message,
    ) ?? [];
  if (action === undefined || resource === undefined) return undefined;
  return { permission: { action, resource }, because: because ?? explicit };
}

const DENIED = /^(?:AccessDenied|AccessDeniedException|UnauthorizedOperation)$/;

/** What the SDK names an error whose answer had no body, or none that it can read. */
export const WITHOUT_CODE = /^(?:Unknown|UnknownError|NotFound|Forbidden|403|Error|SyntaxError)$/;
