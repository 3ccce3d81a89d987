import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Fault, Faults, type Injected, type Limit } from '../faults.ts';
import { listen, pause, plainHeaders, readBody } from '../http.ts';
import { authenticate, authorize, requireEnabled } from './access.ts';
import { accountOf } from './arn.ts';
import { ecr } from './ecr.ts';
import { THROTTLED } from './faults.ts';
import {
  type Answer,
  AwsError,
  type Call,
  type Operation,
  type Operations,
  type Service,
  text,
} from './model.ts';
import { s3 } from './s3.ts';
import { ssm } from './ssm.ts';
import { sso } from './sso.ts';
import { AwsState } from './state.ts';
import { sts } from './sts.ts';
import { refusal, understand } from './wire.ts';

/** The account that exists by default. */
export const ACCOUNT = '123456789012';

/** One request and its result. */
export interface AwsRequest extends Call {
  /** 1 for the first request that the server received. */
  number: number;
  /** Whether it would change something. */
  write: boolean;
  /** The caller's account; of AssumeRoleWithWebIdentity the role's; '' if the caller is unknown. */
  accountId: string;
  /** Milliseconds on this process's clock (performance.now). */
  arrived: number;
  /** When the answer was sent, on the same clock. */
  answered?: number;
  /** Absent while the request is running, and if the client never got an answer. */
  status?: number;
  /** The error code of the answer. */
  code?: string;
}

export type AwsFault = Fault<AwsRequest>;
export type AwsLimit = Limit<AwsRequest>;

/** AWS on 127.0.0.1. */
export interface LocalAws {
  /** For AWS_ENDPOINT_URL. */
  url: string;
  state: AwsState;
  /** Every request, in the order of arrival. */
  requests: AwsRequest[];
  /** Milliseconds that each answer takes. */
  latency: number;
  /** Called with each request before it is handled, and awaited. */
  onRequest: ((request: AwsRequest) => void | Promise<void>) | undefined;
  inject(fault: AwsFault): Injected;
  limit(limit: AwsLimit): void;
  /** Removes every fault and limit. */
  heal(): void;
  /** The requests that would change something, as `service:action`. */
  writes(): string[];
  close(): Promise<void>;
}

export interface AwsOptions {
  latency?: number;
  /** False: an S3 that does not know account-regional bucket names. */
  accountRegionalNamespace?: boolean;
}

const SERVICES: Record<Service, Operations> = { sts, ssm, s3, ecr, sso };

/** Starts an AWS with one empty account, 123456789012. All state is in memory. */
export async function startAws(options: AwsOptions = {}): Promise<LocalAws> {
  const state = new AwsState();
  state.account(ACCOUNT);
  state.accountRegionalNamespace = options.accountRegionalNamespace ?? true;
  const faults = new Faults<AwsRequest>();
  const requests: AwsRequest[] = [];

  const { url, close } = await listen((request, response) => {
    serve(request, response).catch(error => {
      // This is a bug of this server. Print it, because the test would only see a client's timeout.
      console.error(error);
      response.destroy();
    });
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const entry = await receive(request);
    response.once('finish', () => {
      entry.answered = performance.now();
    });
    await aws.onRequest?.(entry);
    await pause(aws.latency);

    const fault = faults.next(entry);
    const arrives = !fault || fault.effect;
    const answer = arrives ? await attempt(entry) : undefined;
    if (fault) fail(fault.answer);
    else if (answer) send(response, entry.service, answer);

    function fail(outcome: AwsFault['answer']): void {
      if (outcome === 'reset') request.socket.destroy();
      else if (typeof outcome === 'object' && outcome.body !== undefined) {
        send(response, entry.service, note(entry, outcome));
      } else if (outcome !== 'timeout') {
        send(response, entry.service, note(entry, refusal(entry, outcome), outcome.code));
      }
    }
  }

  async function receive(request: IncomingMessage): Promise<AwsRequest> {
    const method = request.method ?? 'GET';
    const body = await readBody(request);
    const call = understand({ method, target: request.url ?? '/', headers: plainHeaders(request), body });
    const accountId =
      state.credentials.get(call.accessKeyId)?.caller.accountId ?? accountOf(text(call, 'RoleArn'));
    const write = operationOf(call)?.write ?? false;
    const number = requests.length + 1;
    const entry: AwsRequest = { ...call, number, write, accountId, arrived: performance.now() };
    requests.push(entry);
    return entry;
  }

  async function attempt(entry: AwsRequest): Promise<Answer> {
    try {
      const throttled = faults.throttled(entry) && THROTTLED[entry.service];
      if (throttled) throw new AwsError(throttled.status, throttled.code, throttled.message);
      return note(entry, await perform(entry));
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      return note(entry, refusal(entry, error), error.code);
    }
  }

  async function perform(call: Call): Promise<Answer> {
    const operation = operationOf(call);
    if (!operation) throw unknownOperation(call);
    if (operation.access === 'open') {
      requireEnabled(call, accountOf(text(call, 'RoleArn')), state);
      return operation.run(call, state);
    }
    const caller = authenticate(call, state);
    authorize(call, caller, operation.needs(call, caller, state));
    return operation.run(call, caller, state);
  }

  const aws: LocalAws = {
    url,
    state,
    requests,
    latency: options.latency ?? 0,
    onRequest: undefined,
    inject: fault => faults.inject(fault),
    limit: limit => faults.limit(limit),
    heal: () => faults.clear(),
    writes: () => requests.filter(({ write }) => write).map(({ service, action }) => `${service}:${action}`),
    close,
  };
  return aws;
}

function operationOf(call: Call): Operation | undefined {
  return SERVICES[call.service][call.action];
}

function note(entry: AwsRequest, answer: Answer, code?: string): Answer {
  entry.status = answer.status;
  if (code !== undefined) entry.code = code;
  return answer;
}

function send(response: ServerResponse, service: Service, { status, headers, body }: Answer): void {
  const id = service === 's3' ? 'x-amz-request-id' : 'x-amzn-requestid';
  response.writeHead(status, { [id]: randomUUID(), ...headers });
  response.end(body); // Node sends no body in answer to a HEAD request. S3 does not either.
}

function unknownOperation(call: Call): AwsError {
  const message = `The operation ${call.action || 'asked for'} is not served here.`;
  if (call.service === 's3') return new AwsError(501, 'NotImplemented', message);
  return new AwsError(400, call.service === 'sts' ? 'InvalidAction' : 'UnknownOperationException', message);
}
