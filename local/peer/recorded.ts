import { readFileSync, writeFileSync } from 'node:fs';
import type { Observation } from './observe.ts';

const FILE = new URL('recorded.json', import.meta.url);

/** The effects of configure-aws-credentials in each case, by the case's name. Its error texts are not recorded. */
export interface Recording {
  version: string;
  cases: Record<string, Observation>;
}

/**
 * Reads the recording, so that the comparison needs no copy of the other action. `npm run compare -- FILE --record
 * VERSION` makes it.
 */
export function readRecording(): Recording {
  return JSON.parse(readFileSync(FILE, 'utf8')) as Recording;
}

export function writeRecording({ version, cases }: Recording): void {
  const plain = Object.entries(cases).map(([name, observation]) => [name, { ...observation, errors: [] }]);
  writeFileSync(FILE, `${JSON.stringify({ version, cases: Object.fromEntries(plain) }, null, 2)}\n`);
}
