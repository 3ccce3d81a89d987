// A thread of its own: an evaluation can take seconds, and the step goes on meanwhile. It is no part of the wall.
import { parentPort } from 'node:worker_threads';
import { interpret } from './interpret.ts';
import type { Limits, SandboxRequest } from './request.ts';

parentPort?.once('message', async ({ request, limits }: { request: SandboxRequest; limits: Limits }) => {
  parentPort?.postMessage(await interpret(request, limits));
});
