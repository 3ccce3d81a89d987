import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Run } from '../../local/runner/run.ts';

/** The variables that a step exports with `output-env-credentials`: all or none of them. */
const EXPORTED = [
  'AWS_ACCESS_KEY_ID',
  'AWS_DEFAULT_REGION',
  'AWS_REGION',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
];
const OWN_COMMAND = /^::(add-mask|debug|endgroup|(group|notice|warning|error)( [^:]*)?)::/;

/** The problems of a step's result and output. Empty if there are none. */
export function complaintsAbout(run: Run): string[] {
  const errors = run.annotations.filter(({ level }) => level === 'error').length;
  const complaints = [...outputComplaints(run), ...exportComplaints(run)];
  if (run.exitCode !== 0 && run.exitCode !== 1) complaints.push(`exit code ${run.exitCode}, ${run.signal}`);
  if (errors !== (run.exitCode === 0 ? 0 : 1)) complaints.push(`${errors} errors, exit code ${run.exitCode}`);
  if (run.exitCode !== 0 && Object.keys(run.exported).length > 0) complaints.push('exported, and failed');
  return complaints;
}

/** Lines that begin a foreign workflow command, and all text in the error stream. */
export function outputComplaints(run: Run): string[] {
  const complaints = run.stderr === '' ? [] : [`error stream: ${run.stderr.slice(0, 500)}`];
  for (const line of run.stdout.split(/\r\n|[\r\n\u2028\u2029\u0085]/)) {
    const foreign = /^\s*::/.test(line) && !OWN_COMMAND.test(line);
    // What the runner prints of the line. It prints no mask.
    const printed = line.startsWith('::add-mask::')
      ? ''
      : line.replace(/^::.*?::/, '').replaceAll(/%0[AD]/gi, '\n');
    if (foreign || printed.includes('##[') || /^\s*::/m.test(printed))
      complaints.push(`a command: ${JSON.stringify(line).slice(0, 300)}`);
  }
  if (/^\s+at .*:\d+:\d+\)?$/m.test(run.stdout)) complaints.push('a stack trace');
  if (run.annotations.some(({ title }) => title === 'PWNED')) complaints.push('an annotation of another');
  if ('PWNED' in run.outputs) complaints.push('an output of another');
  return complaints;
}

/** All variables or none, and no file that the runner would refuse. */
export function exportComplaints(run: Run): string[] {
  const missing = EXPORTED.filter(name => !(name in run.exported));
  const half = missing.length > 0 && missing.length < EXPORTED.length;
  return [
    ...(half ? [`half an export, without ${missing.join(', ')}`] : []),
    ...run.refused.map(message => `the runner refuses: ${message}`),
  ];
}

/** All files below a folder that contain keys. */
export function filesWithKeys(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name))
    .filter(file => /aws_secret_access_key|ASIA[A-Z0-9]{16}/.test(readFileSync(file, 'utf8')));
}
