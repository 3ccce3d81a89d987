// Runs the guard's table with the real SST CLI, and compares the table with SST's log and the keys of its requests.
// `../sst/cases.test.ts` and `cases.exhaustive.test.ts` run the guard on the same table.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { type Listening, listen, readBody } from '../../local/http.ts';
import { asOf, CASES, type Case, CORE_CASES, OLDER_VERSIONS, type Uses } from '../sst/cases/index.ts';
import { NEWEST, openSst, type Sst, type SstProject, type SstRun } from './sst-cli.ts';

const EXPORTED = 'ASIAEXPORTED';
const NAMED = ['default', 'staging', 'acme-production', 'acme-dev', '1-PR-', 'ing', '$HOME', 'staging # a'];

let sst: Sst;
let project: SstProject;
let aws: Listening;
/** The signers of the requests, except those to STS, and the assumed roles. */
let signedBy: string[] = [];
let assumed: string[] = [];

async function open(version: typeof NEWEST | (typeof OLDER_VERSIONS)[number]): Promise<void> {
  sst = await openSst({ version });
  project = await sst.project();
  aws = await listen(answer);
  await mkdir(path.join(sst.home, '.aws'));
  const profiles = NAMED.map(
    name => `[${name}]\naws_access_key_id = AKIAPROFILE\naws_secret_access_key = x\n`,
  );
  await writeFile(path.join(sst.home, '.aws/credentials'), profiles.join(''));
}

async function close(): Promise<void> {
  await aws?.close();
  await sst?.close();
}

beforeEach(() => {
  signedBy = [];
  assumed = [];
});

/** The necessary part of AWS: a role can be assumed, and a bootstrap exists. */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = (await readBody(request)).toString();
  const form = new URLSearchParams(body);
  if (form.get('Action') === 'AssumeRole') {
    assumed.push(form.get('RoleArn') ?? '');
    const keys =
      '<AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>x</SecretAccessKey><SessionToken>x</SessionToken>';
    const credentials = `<Credentials>${keys}<Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>`;
    response.end(
      `<AssumeRoleResponse><AssumeRoleResult>${credentials}</AssumeRoleResult></AssumeRoleResponse>`,
    );
    return;
  }
  signedBy.push(/Credential=([^/]*)/.exec(String(request.headers.authorization))?.[1] ?? '');
  if (!request.headers['x-amz-target']) {
    response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
    return;
  }
  const record = { version: 5, asset: 'a', assetEcrRegistryId: '1', assetEcrUrl: 'u', state: 's' };
  const parameter = { Name: '/sst/bootstrap', Type: 'String', Value: JSON.stringify(record), Version: 1 };
  response.end(JSON.stringify({ Parameter: parameter, Parameters: [parameter] }));
}

async function run({ files, cwd, env, config, stage, awsConfig }: Case): Promise<SstRun> {
  await project.write(files);
  const ofAws = path.join(sst.home, '.aws/config');
  if (awsConfig === undefined) await rm(ofAws, { force: true });
  else await writeFile(ofAws, awsConfig);
  return project.run({
    ...(cwd === undefined ? {} : { cwd }),
    ...(config === undefined ? {} : { args: ['secret', 'list', '--config', config] }),
    env: {
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      AWS_ENDPOINT_URL: aws.url,
      AWS_ACCESS_KEY_ID: EXPORTED,
      AWS_SECRET_ACCESS_KEY: 'x',
      AWS_SESSION_TOKEN: 'x',
      ...(stage === '' ? {} : { SST_STAGE: stage ?? 'production' }),
      ...env,
    },
  });
}

/** The credentials that SST used, from its log and from the key that signed its requests. */
function used({ aws: found, loaded, error }: SstRun): Uses {
  const missing = /failed to get shared config profile, (.*)$/.exec(error ?? '');
  if (missing) return { profile: missing[1] ?? '' };
  if (!found) return loaded ? 'nothing' : 'refused';
  if (found.profile !== '') return { profile: found.profile };
  return signedBy.includes(EXPORTED) || assumed.length > 0 ? 'exported' : 'keys';
}

async function held(expected: Case): Promise<void> {
  const result = await run(expected);
  const told = { uses: used(result), output: result.output };
  expect(told).toEqual({ ...told, uses: expected.uses });
  if (result.aws) expect(result.aws.region).toBe(expected.region ?? 'us-east-1');
  if (result.loaded) {
    expect(result.loaded).toEqual({
      app: expected.app ?? 'shop',
      stage: expected.settles ?? expected.stage ?? 'production',
    });
  }
  if (expected.assumes) expect([...new Set(assumed)]).toEqual(expected.assumes);
}

describe(`SST ${NEWEST}`, () => {
  beforeAll(() => open(NEWEST));
  afterAll(close);
  test.each(CASES)('$name', held);
});

describe.each(OLDER_VERSIONS)('SST %s', version => {
  beforeAll(() => open(version));
  afterAll(close);
  test.each(CORE_CASES.map(expected => asOf(version, expected)))('$name', held);
});
