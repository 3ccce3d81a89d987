// A hostile config in the interpreter: each path that it is not allowed to read, by each way to read it.
import { attempts, expectRefused } from './hostile.ts';

describe('it reads nothing else, by whatever way', () => {
  test.each(attempts(false))('%s, %s', (_name, _way, attempt) => expectRefused(attempt));
});
