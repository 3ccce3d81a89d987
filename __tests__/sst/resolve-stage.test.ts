import { resolveStage } from '../../src/sst/resolve.ts';

const valid = (name: string, from: string) => ({ kind: 'valid', stage: { name, from } });

test('the first that says something decides: the input, SST_STAGE, .sst/stage, the login name', () => {
  const all = { input: 'a', variable: 'b', personal: 'c', login: 'd' };
  expect(resolveStage(all)).toEqual(valid('a', 'input'));
  expect(resolveStage({ ...all, input: undefined })).toEqual(valid('b', 'SST_STAGE'));
  expect(resolveStage({ ...all, input: undefined, variable: '' })).toEqual(valid('c', '.sst/stage'));
  expect(resolveStage({ login: 'd', personal: ' \n' })).toEqual(valid('d', 'login name'));
});

test('.sst/stage is trimmed', () => {
  expect(resolveStage({ personal: ' qa\n' })).toEqual(valid('qa', '.sst/stage'));
});

test('the login name is put in lower case and stripped', () => {
  expect(resolveStage({ login: 'Jane.Doe_2' })).toEqual(valid('janedoe2', 'login name'));
  expect(resolveStage({ login: 'runner' })).toEqual(valid('runner', 'login name'));
});

test.each(['root', 'Admin', 'prod', 'dev', 'production', '___'])(
  'SST asks where the login name is %s',
  login => {
    expect(resolveStage({ login })).toEqual({ kind: 'unknown', login });
  },
);

test('SST asks if there is no login name', () => {
  expect(resolveStage({})).toEqual({ kind: 'unknown' });
});

test.each(['feature/login', 'a_b', ' ', 'a b', 'é', 'a\n'])('SST refuses %j', variable => {
  expect(resolveStage({ variable })).toEqual({
    kind: 'invalid',
    stage: { name: variable, from: 'SST_STAGE' },
  });
});
