import { timed } from '../../src/aws/trace.ts';

/** The trace of a request with this result. */
async function told(end: () => unknown): Promise<string> {
  const lines: string[] = [];
  await timed(
    line => lines.push(line),
    'S3 HeadBucket',
    async () => end(),
  ).catch(() => {});
  expect(lines).toHaveLength(1);
  return (lines[0] ?? '').replace(/\d+ ms/, 'N ms');
}

const failing = (error: object) => () => {
  throw Object.assign(new Error(), error);
};

test.each<[string, () => unknown, string]>([
  ['an answer', () => ({}), 'S3 HeadBucket: ok, N ms'],
  ['nothing', () => undefined, 'S3 HeadBucket: ok, N ms'],
  [
    'an error of AWS',
    failing({ name: 'AccessDenied', message: 'no', $metadata: { httpStatusCode: 403 } }),
    'S3 HeadBucket: AccessDenied (403): no, N ms',
  ],
  [
    'an error without a body',
    failing({ name: 'NotFound', message: 'UnknownError', $metadata: { httpStatusCode: 404 } }),
    'S3 HeadBucket: NotFound (404), N ms',
  ],
  [
    'an error of GitHub',
    failing({ name: 'HttpError', message: 'no', status: 502 }),
    'S3 HeadBucket: HttpError (502): no, N ms',
  ],
  ['no answer', failing({ message: 'socket hang up' }), 'S3 HeadBucket: Error: socket hang up, N ms'],
])('a request that ends in %s is told of in a line', async (_, end, line) => {
  expect(await told(end)).toBe(line);
});

test('the result and the error are passed on', async () => {
  expect(
    await timed(
      () => {},
      'x',
      async () => 7,
    ),
  ).toBe(7);
  await expect(timed(() => {}, 'x', failing({ message: 'no' }) as () => Promise<never>)).rejects.toThrow(
    'no',
  );
});
