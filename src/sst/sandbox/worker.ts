// A thread of its own: an evaluation can take seconds, and the step goes on meanwhile. It is no part of the wall.
import { parentPort, workerData } from 'node:worker_threads';
import { interpret } from './interpret.ts';

parentPort?.postMessage(await interpret(workerData.request, workerData.limits));
