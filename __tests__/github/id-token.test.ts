import type { IncomingMessage, RequestListener } from 'node:http';
import { type Listening, listen } from '../../local/http.ts';
import { requestIdToken, tokenServiceOf } from '../../src/github/id-token.ts';

const signal = new AbortController().signal;
let server: Listening;
let requests: IncomingMessage[];

/** Starts a token service with this answer. @returns its address. */
async function serving(answer: RequestListener): Promise<string> {
  requests = [];
  server = await listen((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  return `${server.url}/token?api-version=2.0`;
}

const saying =
  (status: number, body: string): RequestListener =>
  (_, response) => {
    response.writeHead(status).end(body);
  };

afterEach(async () => {
  delete process.env['HTTP_PROXY'];
  await server.close();
});

test('the audience joins the query that the URL has; the bearer opens', async () => {
  const url = await serving(saying(200, '{"count": 1, "value": "a.b.c"}'));
  await expect(requestIdToken({ url, bearer: 'hush' }, 'a&b', signal)).resolves.toBe('a.b.c');
  expect(requests[0]?.url).toBe('/token?api-version=2.0&audience=a%26b');
  expect(requests[0]?.headers.authorization).toBe('Bearer hush');
});

test.each([
  [401, '{"message": "Bad\\n credentials"}', 401, /^{"message": "Bad\\n credentials"}$/],
  [503, 'x'.repeat(1000), 503, /^x{200}$/],
  [307, '', 307, /^an answer without a token$/],
  // An answer with status 200 might contain a token, so it is never shown.
  [200, '{"value": ', 200, /^an answer without a token$/],
  [200, '{"value": 42}', 200, /^an answer without a token$/],
  [200, '{}', 200, /^an answer without a token$/],
])('an answer without a token: %s %s', async (status, body, said, message) => {
  const url = await serving(saying(status, body));
  await expect(requestIdToken({ url, bearer: 'hush' }, 'aud', signal)).rejects.toMatchObject({
    code: 'TokenServiceError',
    status: said,
    message: expect.stringMatching(message) as string,
  });
});

test('no answer', async () => {
  const url = await serving(request => request.socket.destroy());
  await expect(requestIdToken({ url, bearer: 'hush' }, 'aud', signal)).rejects.toMatchObject({
    code: 'ECONNRESET',
  });
});

test('an answer that drips for ever, and one that is too long', async () => {
  const dripping = await serving((_, response) => {
    const timer = setInterval(() => response.write(' '), 10);
    response.on('close', () => clearInterval(timer));
  });
  await expect(requestIdToken({ url: dripping, bearer: 'hush' }, 'aud', signal, 300)).rejects.toMatchObject({
    code: 'ETIMEDOUT',
    message: 'no answer within 0.3 s',
  });
  await server.close();
  const long = await serving(saying(200, `{"value": "${'x'.repeat(100_000)}"}`));
  await expect(requestIdToken({ url: long, bearer: 'hush' }, 'aud', signal)).rejects.toMatchObject({
    status: 200,
    message: 'an answer of more than 64 kB',
  });
});

test('the step that has failed elsewhere does not wait', async () => {
  const stop = new AbortController();
  const url = await serving(() => stop.abort());
  await expect(requestIdToken({ url, bearer: 'hush' }, 'aud', stop.signal)).rejects.toThrow(/abort/);
});

test("a proxy is the environment's", async () => {
  const proxy = await serving(saying(200, '{"value": "a.b.c"}'));
  process.env['HTTP_PROXY'] = new URL(proxy).origin;
  const service = { url: 'http://token.example/t?v=1', bearer: 'hush' };
  await expect(requestIdToken(service, 'aud', signal)).resolves.toBe('a.b.c');
  expect(requests[0]?.url).toBe('http://token.example/t?v=1&audience=aud');
});

test('the service is there only with both variables', async () => {
  await serving(saying(200, ''));
  const [url, token] = ['ACTIONS_ID_TOKEN_REQUEST_URL', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'] as const;
  expect(tokenServiceOf({ [url]: 'https://x', [token]: 'hush' })).toEqual({
    url: 'https://x',
    bearer: 'hush',
  });
  expect(tokenServiceOf({ [url]: 'https://x' })).toBeUndefined();
  expect(tokenServiceOf({ [url]: '', [token]: '' })).toBeUndefined();
});
