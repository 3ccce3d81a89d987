import { ownRunUrl, parseRunUrl, sstRunId } from '../../src/github/context.ts';

const JOB = {
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_RUN_ID: '123',
  GITHUB_RUN_ATTEMPT: '1',
};
const URL = 'https://github.com/acme/shop/actions/runs/123/attempts/1';

test("this run's attempt, unless the job has set SST_RUN_ID", () => {
  expect(ownRunUrl(JOB)).toBe(URL);
  expect(sstRunId(JOB)).toBe(URL);
  expect(sstRunId({ ...JOB, SST_RUN_ID: '' })).toBe(URL);
  expect(sstRunId({ ...JOB, SST_RUN_ID: 'mine' })).toBeUndefined();
});

test.each(['GITHUB_SERVER_URL', 'GITHUB_REPOSITORY', 'GITHUB_RUN_ID', 'GITHUB_RUN_ATTEMPT'])(
  'without %s there is none',
  name => {
    expect(ownRunUrl({ ...JOB, [name]: undefined })).toBeUndefined();
    expect(ownRunUrl({ ...JOB, [name]: 'x y\n' })).toBeUndefined();
  },
);

test('an attempt is read from its URL, on the same server only', () => {
  const attempt = { owner: 'acme', repository: 'shop', run: 123, attempt: 1 };
  expect(parseRunUrl(URL, 'https://github.com')).toEqual(attempt);
  expect(parseRunUrl(URL.replace('github.com', 'git.acme:8443'), 'https://git.acme:8443')).toEqual(attempt);
});

test.each([
  'https://github.com.evil/acme/shop/actions/runs/123/attempts/1',
  'https://git.acme/acme/shop/actions/runs/123/attempts/1',
  'http://github.com/acme/shop/actions/runs/123/attempts/1',
  'https://github.com/acme/shop/actions/runs/123',
  'https://github.com/acme/shop/actions/runs/123/attempts/1?x',
  'https://github.com/acme/shop/actions/runs/0/attempts/1',
  'https://github.com/acme/../actions/runs/123/attempts/1',
  'https://github.com/acme/shop/actions/runs/123/attempts/1\n',
  'run-7',
  '',
])('%j is none', runId => {
  expect(parseRunUrl(runId, 'https://github.com')).toBeUndefined();
});
