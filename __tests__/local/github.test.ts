import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { type LocalGithub, startGithub } from '../../local/github/server.ts';

let github: LocalGithub;
beforeEach(async () => {
  github = await startGithub();
});
afterEach(() => github.close());

/** The answer of the token service to a job. */
async function ask(audience?: string, authorization?: string): Promise<{ status: number; value: string }> {
  const env = github.tokenEnvironment();
  const url = new URL(env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '');
  if (audience) url.searchParams.set('audience', audience);
  const bearer = authorization ?? `Bearer ${env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']}`;
  const answer = await fetch(url, { headers: { authorization: bearer } });
  return { status: answer.status, value: '', ...((await answer.json()) as object) };
}

describe('the token service', () => {
  test('gives a token that its published keys verify', async () => {
    const { status, value } = await ask('sts.amazonaws.com');
    expect(status).toBe(200);
    const configuration = (await (
      await fetch(`${github.url}/.well-known/openid-configuration`)
    ).json()) as Record<string, string>;
    const keys = createRemoteJWKSet(new URL(configuration['jwks_uri'] ?? ''));
    const { payload } = await jwtVerify(value, keys, {
      issuer: configuration['issuer'] ?? '',
      audience: 'sts.amazonaws.com',
    });
    expect(payload).toMatchObject({
      sub: 'repo:acme/shop:ref:refs/heads/main',
      repository: 'acme/shop',
      repository_owner: 'acme',
      repository_id: '456789',
      ref: 'refs/heads/main',
      event_name: 'push',
      job_workflow_ref: 'acme/shop/.github/workflows/deploy.yml@refs/heads/main',
    });
    expect(Number(payload.exp) - Number(payload.iat)).toBe(300);
    expect(decodeProtectedHeader(value)).toMatchObject({ alg: 'RS256', kid: expect.any(String) });
  });

  test('takes its own request token only', async () => {
    expect(await ask('x', 'Bearer wrong')).toMatchObject({ status: 401, value: '' });
  });

  test("says the owner's URL where no audience is asked for, and each token is another", async () => {
    const [one, two] = [decodeJwt((await ask()).value), decodeJwt((await ask()).value)];
    expect(one.aud).toBe('https://github.com/acme');
    expect(one.jti).not.toBe(two.jti);
  });

  test('its address has a query already', () => {
    expect(
      new URL(github.tokenEnvironment()['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '').searchParams.get(
        'api-version',
      ),
    ).toBe('2.0');
  });

  test.each([
    [{ environment: 'production' }, 'repo:acme/shop:environment:production'],
    [{ event: 'pull_request', ref: 'refs/pull/7/merge' }, 'repo:acme/shop:pull_request'],
    [{ ref: 'refs/tags/v1' }, 'repo:acme/shop:ref:refs/tags/v1'],
    [{ immutableSubject: true }, 'repo:acme@123456/shop@456789:ref:refs/heads/main'],
    [
      { immutableSubject: true, environment: 'production' },
      'repo:acme@123456/shop@456789:environment:production',
    ],
  ])('the subject of a job with %j', async (job, subject) => {
    Object.assign(github.job, job);
    expect(decodeJwt(await github.idToken()).sub).toBe(subject);
  });

  test('claims can be replaced and added', async () => {
    github.claims = { sub: 'mine', enterprise: 'acme-corp' };
    expect(decodeJwt(await github.idToken())).toMatchObject({
      sub: 'mine',
      enterprise: 'acme-corp',
      actor: 'octocat',
    });
  });

  test('fails when told to', async () => {
    github.inject({ action: 'GetIdToken', answer: { status: 500, code: 'x', message: 'x' } });
    expect((await ask()).status).toBe(500);
    expect((await ask()).status).toBe(200);
    expect(github.requests.map(({ action, status }) => [action, status])).toEqual([
      ['GetIdToken', 500],
      ['GetIdToken', 200],
    ]);
    github.limit({ action: 'GetIdToken', perSecond: 0 });
    expect((await ask()).status).toBe(429);
    github.heal();
    github.inject({ answer: 'reset' });
    await expect(ask()).rejects.toThrow();
  });
});

describe('comments', () => {
  const call = async (method: string, path: string, body?: string, token = 'ghs_x') => {
    const headers: Record<string, string> = token ? { authorization: `token ${token}` } : {};
    const more = body === undefined ? {} : { body: JSON.stringify({ body }) };
    const answer = await fetch(`${github.url}/repos/acme/shop/issues${path}`, { method, headers, ...more });
    const text = await answer.text();
    return {
      status: answer.status,
      link: answer.headers.get('link'),
      body: text ? JSON.parse(text) : undefined,
    };
  };

  test('are created, read, changed and deleted', async () => {
    const { status, body: comment } = await call('POST', '/7/comments', 'hello');
    expect([status, comment.body, comment.user.login]).toEqual([201, 'hello', 'github-actions[bot]']);
    expect((await call('PATCH', `/comments/${comment.id}`, 'changed')).body.body).toBe('changed');
    expect((await call('GET', `/comments/${comment.id}`)).body.body).toBe('changed');
    expect((await call('DELETE', `/comments/${comment.id}`)).status).toBe(204);
    expect((await call('GET', `/comments/${comment.id}`)).status).toBe(404);
    expect((await call('POST', '/7/comments', '')).status).toBe(422);
  });

  test('are listed by pull request, page by page', async () => {
    for (let index = 0; index < 31; index++)
      github.comments.add({ repository: 'acme/shop', issue: 7, body: String(index) });
    github.comments.add({ repository: 'acme/shop', issue: 8, body: 'elsewhere' });
    github.comments.add({ repository: 'acme/other', issue: 7, body: 'elsewhere' });
    const first = await call('GET', '/7/comments');
    expect(first.body).toHaveLength(30);
    expect(first.link).toBe(
      `<${github.url}/repos/acme/shop/issues/7/comments?per_page=30&page=2>; rel="next"`,
    );
    const second = await call('GET', '/7/comments?page=2');
    expect([second.body.map(({ body }: { body: string }) => body), second.link]).toEqual([['30'], null]);
    expect((await call('GET', '/7/comments?per_page=100')).body).toHaveLength(31);
  });

  test('a token that may only read, none, and one that sees nothing', async () => {
    github.comments.permissions.set('reader', 'read');
    github.comments.permissions.set('stranger', 'none');
    expect(await call('POST', '/7/comments', 'x', 'reader')).toMatchObject({
      status: 403,
      body: { message: 'Resource not accessible by integration' },
    });
    expect((await call('GET', '/7/comments', undefined, 'reader')).status).toBe(200);
    expect((await call('GET', '/7/comments', undefined, '')).status).toBe(401);
    expect((await call('GET', '/7/comments', undefined, 'stranger')).status).toBe(404);
    expect(github.comments.all).toEqual([]);
  });
});
