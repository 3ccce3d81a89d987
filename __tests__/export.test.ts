import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Session } from '../src/credentials/session.ts';
import { exportSession } from '../src/export.ts';
import { readInputs } from '../src/inputs/inputs.ts';

const FILES = ['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_STATE'];
const before = FILES.map(name => [name, process.env[name]] as const);
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'export-'));
  for (const name of FILES) process.env[name] = path.join(folder, name);
});
afterEach(async () => {
  for (const [name, value] of before) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  await rm(folder, { recursive: true });
});

const SESSION: Session = {
  keys: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret' },
  identity: { account: '123456789012', arn: 'arn:aws:iam::123456789012:user/ci', partition: 'aws' },
  chain: [],
};
const DEPLOYMENT = { region: { name: 'us-east-1' }, exports: {} } as never;
const inputs = readInputs({ 'INPUT_OUTPUT-CREDENTIALS': 'true', 'INPUT_PROFILE-GUARD': 'off' });

test('if the step was interrupted after its last request, nothing is written', async () => {
  const interrupted = AbortSignal.abort(new Error('cancelled'));
  await expect(exportSession(SESSION, DEPLOYMENT, inputs, {}, interrupted)).rejects.toThrow('cancelled');
  expect(await readdir(folder)).toEqual([]);
  await exportSession(SESSION, DEPLOYMENT, inputs, {}, new AbortController().signal);
  expect((await readdir(folder)).toSorted()).toEqual(FILES);
});
