import { setTimeout } from 'node:timers/promises';
import { nextRequestSent } from './aws/sent.ts';
import { beginStep } from './step.ts';

/** Milliseconds after which the job is loaded although the first request is not out: it may be looking for its host. */
const HEAD_START_MS = 25;

// Only what the first request needs is loaded before it, and nothing while it is being sent: running modules would hold
// it up.
async function main(): Promise<void> {
  const sent = nextRequestSent();
  const step = beginStep({ ...process.env });
  if ('asking' in step.plan && step.plan.asking) await Promise.race([sent, setTimeout(HEAD_START_MS)]);
  const { runJob } = await import('./job.ts');
  await runJob(step);
}

void main();
