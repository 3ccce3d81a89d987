import { randomUUID } from 'node:crypto';
import type { FaultAnswer } from '../faults.ts';
import type { Answer, AwsError, Call, Service } from './model.ts';
import { s3Action } from './s3.ts';
import { document, leaf, tag } from './xml.ts';

/** A request as it was received. */
export interface Wire {
  method: string;
  /** Path and query, as sent. */
  target: string;
  headers: Record<string, string>;
  body: Buffer;
}

const TARGETS: Record<string, Service> = { AmazonSSM: 'ssm', AmazonEC2ContainerRegistry_V20150921: 'ecr' };

/**
 * Parses a request. JSON services name their operation in X-Amz-Target, STS in the form field Action, the SSO portal in
 * its path. Every other request is for S3. All services have the same address, because AWS_ENDPOINT_URL has only one.
 */
export function understand(wire: Wire): Call {
  const { method, headers, body } = wire;
  const url = new URL(wire.target, 'http://aws');
  const common = { headers, body, ...signature(headers) };
  const [target = '', operation = ''] = (headers['x-amz-target'] ?? '').split('.');
  const service = TARGETS[target];
  if (service) {
    return { ...common, service, action: operation, params: JSON.parse(body.toString() || '{}') };
  }
  if (url.pathname === '/federation/credentials') {
    return {
      ...common,
      service: 'sso',
      action: 'GetRoleCredentials',
      params: Object.fromEntries(url.searchParams),
    };
  }
  if (method === 'POST' && headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
    const params = Object.fromEntries(new URLSearchParams(body.toString()));
    return { ...common, service: 'sts', action: params['Action'] ?? '', params };
  }
  const { bucket, key } = s3Address(headers['host'] ?? '', url.pathname);
  const query = Object.fromEntries(url.searchParams);
  const params = { ...query, ...(bucket && { Bucket: bucket }), ...(key && { Key: key }) };
  return {
    ...common,
    service: 's3',
    action: s3Action(method, bucket, key, query),
    params,
    body: unchunk(headers, body),
  };
}

/** The signer and the region, from the Authorization header of Signature Version 4. */
function signature(headers: Record<string, string>): Pick<Call, 'accessKeyId' | 'sessionToken' | 'region'> {
  const [, accessKeyId = '', , region = ''] =
    /Credential=([^/,\s]+)\/(\d{8})\/([^/]+)\//.exec(headers['authorization'] ?? '') ?? [];
  const ofHost = /\.([a-z]{2,4}(?:-[a-z]+)+-\d+)\.amazonaws\./.exec(headers['host'] ?? '')?.[1] ?? '';
  return { accessKeyId, sessionToken: headers['x-amz-security-token'] ?? '', region: region || ofHost };
}

/** Bucket and key, from the host name (virtual-hosted style) or from the path. */
function s3Address(host: string, pathname: string): { bucket: string; key: string } {
  const path = decodeURIComponent(pathname.slice(1));
  const named = /^(.+)\.(?:localhost|s3(?:[.-][a-z0-9-]+)?\.amazonaws\.[a-z.]+)(?::\d+)?$/.exec(host)?.[1];
  if (named) return { bucket: named, key: path };
  const slash = path.indexOf('/');
  return slash < 0 ? { bucket: path, key: '' } : { bucket: path.slice(0, slash), key: path.slice(slash + 1) };
}

/** The content of an `aws-chunked` body, the form in which SDKs send a stream with its checksum in a trailer. */
function unchunk(headers: Record<string, string>, body: Buffer): Buffer {
  if (!headers['x-amz-content-sha256']?.startsWith('STREAMING-')) return body;
  const chunks: Buffer[] = [];
  for (let at = 0; ; ) {
    const end = body.indexOf('\r\n', at);
    const size = end < 0 ? 0 : Number.parseInt(body.toString('latin1', at, end), 16);
    if (!size) return Buffer.concat(chunks);
    chunks.push(body.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
}

/** A refusal in the form in which its service writes it. */
export function refusal(call: Call, error: AwsError | FaultAnswer): Answer {
  const details = 'details' in error ? error.details : {};
  const { status, code, message } = error;
  const requestId = randomUUID();
  const answer = (type: string, body: string, more: Record<string, string> = {}): Answer => ({
    status,
    headers: { 'content-type': type, ...more, ...error.headers },
    body,
  });
  switch (call.service) {
    case 'sts':
      return answer(
        'text/xml',
        tag(
          'ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"',
          tag(
            'Error',
            leaf('Type', status < 500 ? 'Sender' : 'Receiver'),
            leaf('Code', code),
            leaf('Message', message),
          ),
          leaf('RequestId', requestId),
        ),
      );
    case 's3': {
      const more = Object.entries(details).map(([name, value]) => leaf(name, value));
      const ids = [leaf('RequestId', requestId), leaf('HostId', 'local')];
      const body = document(tag('Error', leaf('Code', code), leaf('Message', message), ...more, ...ids));
      return answer('application/xml', body);
    }
    case 'sso':
      return answer('application/json', JSON.stringify({ message, __type: code }), {
        'x-amzn-errortype': code,
      });
    default:
      return answer(
        'application/x-amz-json-1.1',
        JSON.stringify({ __type: code, ...(message && { message }) }),
      );
  }
}
