import { UNKNOWN_REFUSAL } from './answer-messages.ts';

/** What a request needs: an IAM action on a resource. */
export interface Permission {
  /** `s3:ListBucket` */
  readonly action: string;
  /** The ARN that the action is asked for. */
  readonly resource: string;
}

/** A request that AWS answered with an error, or that got no answer after all tries. */
export class Refused extends Error {
  override readonly name: string = 'Refused';
  /** What was asked: the IAM action on the resource. */
  readonly permission: Permission;
  /** The service's error code, such as `NoSuchBucket`; for a HEAD request, whose answer has no body, the status. */
  readonly code: string;
  /** The HTTP status; undefined where no answer came. */
  readonly status: number | undefined;
  /** The region that a bucket is in, where S3 says so. */
  readonly bucketRegion: string | undefined;
  /** How often the request was sent. */
  readonly tries: number;

  constructor(permission: Permission, facts: Facts, cause: unknown) {
    super(facts.message, { cause });
    this.permission = permission;
    this.code = facts.code;
    this.status = facts.status;
    this.bucketRegion = facts.bucketRegion;
    this.tries = facts.tries;
  }
}

/** A request that the caller may not make. */
export class Denied extends Refused {
  override readonly name = 'Denied';
  /** AWS' reason: `no identity-based policy allows the s3:ListBucket action`; undefined where it gives none. */
  readonly because: string | undefined;

  constructor(permission: Permission, facts: Facts, cause: unknown) {
    const told = readDenial(facts.message);
    super(told?.permission ?? permission, facts, cause);
    this.because = facts.code === UNPARSED ? UNKNOWN_REFUSAL : told?.because;
  }
}

/**
 * The request's answer.
 *
 * @param permission what the request needs; a denial that names another (`kms:Decrypt`) counts as being about that.
 * @throws Denied where AWS says that the caller may not, Refused for every other error; an abort as it is.
 */
export async function asked<T>(permission: Permission, request: Promise<T>): Promise<T> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') throw error;
    const facts = factsOf(error);
    throw DENIED.has(facts.code) || (facts.status === 403 && WITHOUT_CODE.has(facts.code))
      ? new Denied(permission, facts, error)
      : new Refused(permission, facts, error);
  }
}

/** Whether the error is a refusal with one of these codes. */
export function refusedWith(error: unknown, ...codes: string[]): error is Refused {
  return error instanceof Refused && codes.includes(error.code);
}

/**
 * What AWS says of a denial: "User: … is not authorized to perform: ssm:GetParameters on resource: arn:… because no
 * identity-based policy allows the ssm:GetParameters action" (IAM user guide, "Troubleshoot access denied error
 * messages"; S3 quotes the resource). Undefined where the message is of another form, as S3's plain "Access Denied".
 */
export function readDenial(
  message: string,
): { readonly permission: Permission; readonly because?: string } | undefined {
  const [, action, resource, because] =
    /not authorized to perform: ([\w-]+:\w+) on(?: the)? resource:? "?(arn:[^\s"]+|\*)"?(?: (?:because|as) (.+?)\.?$|(?: with .*)?$)/s.exec(
      message,
    ) ?? [];
  if (action === undefined || resource === undefined) return undefined;
  const explicit = / (with an explicit deny.*?)\.?$/s.exec(message)?.[1];
  const reason = because ?? explicit;
  return { permission: { action, resource }, ...(reason === undefined ? {} : { because: reason }) };
}

const UNPARSED = 'SyntaxError';

const DENIED = new Set(['AccessDenied', 'AccessDeniedException', 'UnauthorizedOperation']);

/** What the SDK names an error whose answer had no body, or none that it can parse. */
const WITHOUT_CODE = new Set(['Unknown', 'UnknownError', 'Forbidden', '403', UNPARSED]);

interface Facts {
  readonly code: string;
  readonly message: string;
  readonly status: number | undefined;
  readonly bucketRegion: string | undefined;
  readonly tries: number;
}

/** What an error of the SDK tells, whichever client and protocol it comes from. */
function factsOf(error: unknown): Facts {
  const {
    name = 'Error',
    message = String(error),
    code,
    $metadata: { httpStatusCode, attempts } = {},
    $response: { headers = {} } = {},
  } = error as SdkError;
  // Errors of the network carry their code beside the name; a HEAD's are named after the status or not at all.
  const named = typeof code === 'string' && name === 'Error' ? code : name;
  return {
    code: named,
    message,
    status: httpStatusCode,
    bucketRegion: headers['x-amz-bucket-region'] ?? /expecting '([a-z0-9-]+)'/.exec(message)?.[1],
    tries: attempts ?? 1,
  };
}

interface SdkError {
  readonly name?: string;
  readonly message?: string;
  readonly code?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: number; readonly attempts?: number };
  readonly $response?: { readonly headers?: Readonly<Record<string, string>> };
}
