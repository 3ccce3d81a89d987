import { runJob } from './job.ts';

await runJob({ ...process.env });
