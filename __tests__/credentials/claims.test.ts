import { claimsOf } from '../../src/credentials/trust.ts';

function tokenOf(payload: unknown): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256' })}.${part(payload)}.c2lnbmF0dXJl`;
}

test('the claims that a trust policy looks at', () => {
  const claims = {
    sub: 'repo:acme/shöp:ref:refs/heads/main',
    aud: 'sts.amazonaws.com',
    iss: 'https://token.actions.githubusercontent.com',
    repository: 'acme/shöp',
    ref: 'refs/heads/main',
    environment: 'production',
    job_workflow_ref: 'acme/ci/.github/workflows/deploy.yml@refs/heads/main',
  };
  expect(claimsOf(tokenOf(claims))).toEqual(claims);
});

test('no other claim, whatever it is', () => {
  const claims = claimsOf(
    tokenOf({ sub: 'me', jti: 'id', password: 'hush', nbf: 1, kubernetes: { pod: 'x' } }),
  );
  expect(claims).toEqual({ sub: 'me' });
});

test('an audience that is a list, an id that is a number, a claim that is an object', () => {
  expect(claimsOf(tokenOf({ aud: ['a', 'b'], repository_id: 42, environment: { name: 'x' } }))).toEqual({
    aud: 'a, b',
    repository_id: '42',
  });
});

test.each(['', 'no token', 'a.b.c', 'a.W10.c', `a.${Buffer.from('null').toString('base64url')}.c`])(
  '%j has no claims',
  text => {
    expect(claimsOf(text)).toEqual({});
  },
);
