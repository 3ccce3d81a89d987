import { jest } from '@jest/globals';
import { files } from '../../src/github/files.ts';

const FILES = ['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'];
const before = FILES.map(name => [name, process.env[name]] as const);
let printed: string;

beforeEach(() => {
  printed = '';
  for (const name of FILES) delete process.env[name];
  jest.spyOn(process.stdout, 'write').mockImplementation(text => {
    printed += text;
    return true;
  });
});

afterEach(() => {
  jest.restoreAllMocks();
  for (const [name, value] of before) {
    if (value !== undefined) process.env[name] = value;
  }
});

test('a summary that cannot be written is a warning, and fails nothing', () => {
  process.env['GITHUB_STEP_SUMMARY'] = '/nowhere/at/all';
  files.summary('### hello');
  expect(printed).toMatch(
    /^::warning title=No job summary::The job summary could not be written: .*\/nowhere\/at\/all/,
  );
});

test('a runner without command files gets commands, as from @actions/core', () => {
  files.setOutput('app', 'shop');
  files.saveState('exported', 'A,B');
  files.exportVariable('SST_CREDS_TEST', 'one\ntwo');
  delete process.env['SST_CREDS_TEST'];
  expect(printed).toBe(
    '::set-output name=app::shop\n::save-state name=exported::A,B\n::set-env name=SST_CREDS_TEST::one%0Atwo\n',
  );
});
