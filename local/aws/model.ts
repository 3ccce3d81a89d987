import type { Policy } from './iam.ts';
import type { AwsState, Caller } from './state.ts';

export type Service = 'sts' | 'ssm' | 's3' | 'ecr' | 'sso';

/** The parameters of a request: the JSON body, the form, or (S3, SSO) the query with Bucket and Key. */
export type Params = Record<string, unknown>;

/** One request, as the service understands it. */
export interface Call {
  service: Service;
  action: string;
  /** From the signature's credential scope; of an unsigned request from the host name, or ''. */
  region: string;
  params: Params;
  headers: Record<string, string>;
  body: Buffer;
  /** '' if the request is not signed. */
  accessKeyId: string;
  sessionToken: string;
}

export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

/** A permission that the caller of a request needs. */
export interface Permission {
  action: string;
  resource: string;
  /** Condition keys of this action, in addition to the global ones. */
  context?: Record<string, string | string[]>;
  /** The account that owns the resource, if it might not be the caller's. */
  owner?: string;
  /** The resource's own policy, if it has one. */
  policy?: Policy | undefined;
}

/** An operation of a service. `open` operations use a token instead of a signature. */
export type Operation =
  | { access: 'open'; write: boolean; run(call: Call, state: AwsState): Answer | Promise<Answer> }
  | {
      access: 'signed';
      write: boolean;
      /** All of them must be granted. If there are none, every known caller is allowed. */
      needs(call: Call, caller: Caller, state: AwsState): Permission[];
      run(call: Call, caller: Caller, state: AwsState): Answer | Promise<Answer>;
    };

export type Operations = Record<string, Operation>;

/** A refusal. An operation throws it, and the server writes it in the form of the service. */
export class AwsError extends Error {
  status: number;
  code: string;
  headers: Record<string, string>;
  /** Further elements of an S3 error document. */
  details: Record<string, string>;

  constructor(
    status: number,
    code: string,
    message = '',
    more: { headers?: Record<string, string>; details?: Record<string, string> } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = more.headers ?? {};
    this.details = more.details ?? {};
  }
}

/** The parameter as a text, '' if it is absent. */
export function text(call: Call, name: string): string {
  const value = call.params[name];
  return value === undefined || value === null ? '' : String(value);
}

/** The parameter as a list of texts, empty if it is absent. */
export function texts(call: Call, name: string): string[] {
  const value = call.params[name];
  return Array.isArray(value) ? value.map(String) : [];
}

/** An answer of the JSON protocols. */
export function json(value: unknown, status = 200): Answer {
  return { status, headers: { 'content-type': 'application/x-amz-json-1.1' }, body: JSON.stringify(value) };
}
