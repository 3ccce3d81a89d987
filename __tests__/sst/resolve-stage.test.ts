import { settleStage } from '../../src/sst/resolve-stage.ts';

const settled = (name: string, from: string) => ({ kind: 'settled', stage: { name, from } });

test('the first that says something decides: the input, SST_STAGE, .sst/stage, the login name', () => {
  const all = { input: 'a', variable: 'b', personal: 'c', login: 'd' };
  expect(settleStage(all)).toEqual(settled('a', 'input'));
  expect(settleStage({ ...all, input: undefined })).toEqual(settled('b', 'SST_STAGE'));
  expect(settleStage({ ...all, input: undefined, variable: '' })).toEqual(settled('c', '.sst/stage'));
  expect(settleStage({ login: 'd', personal: ' \n' })).toEqual(settled('d', 'login name'));
});

test('.sst/stage is trimmed', () => {
  expect(settleStage({ personal: ' qa\n' })).toEqual(settled('qa', '.sst/stage'));
});

test('the login name is put in lower case and stripped', () => {
  expect(settleStage({ login: 'Jane.Doe_2' })).toEqual(settled('janedoe2', 'login name'));
  expect(settleStage({ login: 'runner' })).toEqual(settled('runner', 'login name'));
});

test.each(['root', 'Admin', 'prod', 'dev', 'production', '___'])(
  'SST asks where the login name is %s',
  login => {
    expect(settleStage({ login })).toEqual({ kind: 'unknown', login });
  },
);

test('SST asks if there is no login name', () => {
  expect(settleStage({})).toEqual({ kind: 'unknown' });
});

test.each(['feature/login', 'a_b', ' ', 'a b', 'é', 'a\n'])('SST refuses %j', variable => {
  expect(settleStage({ variable })).toEqual({
    kind: 'invalid',
    stage: { name: variable, from: 'SST_STAGE' },
  });
});
