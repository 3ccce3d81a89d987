// What Node's permission model leaves open to code that runs under it, taken away as far as JavaScript can. It is a
// second line and no wall: docs/threat-model.md says what holds without it and what does not.
import dgram from 'node:dgram';
import dns from 'node:dns';
import module from 'node:module';
import net from 'node:net';
import os from 'node:os';
import v8 from 'node:v8';
import { NO_NETWORK } from './messages.ts';

function refused(): never {
  throw Object.assign(new Error(NO_NETWORK), {
    code: 'ERR_ACCESS_DENIED',
  });
}

function replace(target: object, names: readonly string[]): void {
  for (const name of names) {
    if (name in target) {
      Object.defineProperty(target, name, {
        value: refused,
        writable: false,
        configurable: false,
        enumerable: true,
      });
    }
  }
}

/** Takes away signals to other processes, sockets, what makes V8 and Node write files, and hooks over the sandbox's own. */
export function harden(): void {
  replace(process, ['kill', '_kill', '_debugProcess', '_debugEnd', 'execve', 'dlopen']);
  replace(os, ['setPriority']);
  // Of V8's flags some write files (--trace-turbo), and so does a report on a fatal error, wherever the config says:
  // the permission model knows of neither (Node 24.21, tried).
  replace(v8, ['setFlagsFromString', 'writeHeapSnapshot', 'setHeapSnapshotNearHeapLimit']);
  const getReport = process.report.getReport.bind(process.report);
  Object.defineProperty(process, 'report', { value: { getReport }, configurable: true, enumerable: true });
  replace(module, ['register', 'registerHooks', 'enableCompileCache']);
  replace(net.Socket.prototype, ['connect']);
  replace(net.Server.prototype, ['listen']);
  replace(dgram.Socket.prototype, ['bind', 'connect', 'send']);
  const lookups = Object.keys(dns).filter(name => /^(lookup|resolve|reverse|Resolver)/.test(name));
  replace(dns, lookups);
  replace(dns.promises, lookups);
  for (const name of ['fetch', 'WebSocket', 'EventSource']) {
    Object.defineProperty(globalThis, name, { value: refused, writable: true, configurable: true });
  }
  module.syncBuiltinESMExports();
}
