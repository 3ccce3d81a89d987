import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Run } from '../runner/run.ts';
import type { Fixture } from './fixture.ts';

/** The effects of a step. A value that differs in each run is replaced by its name. */
export interface Observation {
  ended: 'success' | 'failure';
  /** The title and text of its errors. */
  errors: string[];
  /** The requests to AWS and the token service, with their parameters. */
  requests: Request[];
  /** The requests through the proxy. */
  proxied: string[];
  exported: Record<string, string>;
  outputs: Record<string, string>;
  /** The AWS files, by name: their mode and text. */
  files: Record<string, string>;
  /** Which of the values that came with the step are masked. */
  masked: string[];
}

export interface Request {
  action: string;
  params: Record<string, string>;
  /** The owner of the keys that signed it. Absent if it was not signed. */
  by?: string;
  status?: number;
}

/** Outputs and variables that only this action has: those of the SST part. */
const OF_SST = new Set(['stage', 'app', 'region', 'profile', 'bootstrap-status', 'bootstrap-version']);
for (const name of ['state-bucket', 'asset-bucket', 'asset-ecr-url', 'stage-exists', 'locked-by'])
  OF_SST.add(name);
OF_SST.add('SST_RUN_ID');

/** Describes a step that has run with the fixture. */
export function observe(run: Run, fixture: Fixture): Observation {
  const names = namesIn(fixture);
  const plain = (text: string) => named(text, names);
  const record = (values: Record<string, string>) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, plain(value)]));
  const shared = (values: Record<string, string>) =>
    record(Object.fromEntries(Object.entries(values).filter(([name]) => !OF_SST.has(name))));
  return {
    ended: run.conclusion === 'success' ? 'success' : 'failure',
    errors: run.annotations
      .filter(({ level }) => level === 'error')
      .map(({ title, message }) => plain(title === undefined ? message : `${title}: ${message}`)),
    requests: requestsIn(fixture, plain),
    proxied: fixture.proxy.passed.map(plain),
    exported: shared(run.exported),
    outputs: shared(run.outputs),
    files: filesIn(fixture, plain),
    masked: [...new Set(run.masks.map(({ value }) => plain(value)))].sort(),
  };
}

/** Everything in lines, for people. */
export function told(observation: Observation): string[] {
  const { ended, errors, requests, proxied, exported, outputs, files, masked } = observation;
  const lines = (what: string, values: Record<string, string>) =>
    Object.entries(values).map(([name, value]) => `${what} ${name}=${value}`);
  return [
    ...requests.map(request => `asked ${shown(request)}`),
    ...[...new Set(proxied)].map(route => `by the proxy: ${route}`),
    ...lines('exported', exported),
    ...lines('output', outputs),
    ...lines('wrote', files),
    ...masked.map(value => `masked ${value}`),
    ...errors.map(error => `error ${error}`),
    `ended in ${ended}`,
  ];
}

/** A request in one line. */
export function shown({ action, params, by, status }: Request): string {
  const said = Object.entries(params).map(([name, value]) => `${name}=${value}`);
  return [action, ...said.sort(), ...(by ? [`by ${by}`] : []), `→ ${status ?? 'no answer'}`].join(' ');
}

function requestsIn({ aws, github }: Fixture, plain: (text: string) => string): Request[] {
  const tokens = github.requests
    .filter(({ service }) => service === 'token')
    .map(({ action, query, status }) => ({ action, params: query, ...(status && { status }) }));
  const calls = aws.requests.map(({ action, params, accessKeyId, status }) => {
    const { Action, Version, ...rest } = params;
    const texts = Object.entries(rest).map(([name, value]) => [name, plain(String(value))]);
    return {
      action,
      params: Object.fromEntries(texts) as Record<string, string>,
      ...(accessKeyId && { by: plain(accessKeyId) }),
      ...(status && { status }),
    };
  });
  return [...tokens, ...calls];
}

/** The secrets and ids of this run, with their names. */
function namesIn({ aws, github, home, workspace, env }: Fixture): Map<string, string> {
  const names = new Map<string, string>();
  for (const { accessKeyId, secretAccessKey, sessionToken, caller } of aws.state.credentials.values()) {
    const who = caller.arn.split(':').at(-1);
    names.set(accessKeyId, `<key ID of ${who}>`);
    names.set(secretAccessKey, `<secret of ${who}>`);
    if (sessionToken) names.set(sessionToken, `<session token of ${who}>`);
  }
  names.set(home, '~').set(workspace, '<workspace>').set(aws.url, '<STS>').set(github.url, '<GitHub>');
  return names.set(env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? ' ', '<token request token>');
}

function named(text: string, names: Map<string, string>): string {
  let plain = text;
  for (const [value, name] of names) plain = plain.replaceAll(value, name);
  return plain
    .replace(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g, '<ID token>')
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, '<time>');
}

function filesIn({ home }: Fixture, plain: (text: string) => string): Record<string, string> {
  const found = ['credentials', 'config'].flatMap(name => {
    const file = join(home, '.aws', name);
    if (!existsSync(file)) return [];
    const mode = (statSync(file).mode & 0o777).toString(8);
    return [[`~/.aws/${name}`, `${mode}\n${plain(readFileSync(file, 'utf8'))}`]];
  });
  return Object.fromEntries(found);
}
