import { binary, bytesOf } from './bytes.mjs';
import { EventEmitter } from './events.mjs';
import { host, silent, start } from './host.mjs';
import { nextTimer } from './timers.mjs';

const watched = new Set(start.watched);
const looking = trap => (target, name) => {
  if (watched.has(name)) host('readHidden', name);
  return Reflect[trap](target, name);
};
const env = new Proxy(
  { ...start.env },
  {
    get: looking('get'),
    has: looking('has'),
    getOwnPropertyDescriptor: looking('getOwnPropertyDescriptor'),
    ownKeys(target) {
      for (const name of watched) host('readHidden', name);
      return Reflect.ownKeys(target);
    },
    defineProperty(target, name, descriptor) {
      return Reflect.defineProperty(target, name, { ...descriptor, value: String(descriptor.value) });
    },
  },
);
const stream = {
  write(text) {
    host('print', typeof text === 'string' ? text : binary(bytesOf(text)));
    return true;
  },
  isTTY: false,
  on: () => stream,
  once: () => stream,
  end: silent,
};
const ticks = [];
let exits = false;
/** Whether 'beforeExit' was emitted since the last timer. */
let idle = false;
const started = Date.now();
export const process = Object.assign(new EventEmitter(), {
  env,
  cwd: () => start.cwd,
  argv: [start.process.execPath, start.meta.filename],
  argv0: 'node',
  execArgv: ['--no-warnings'],
  ...start.process,
  exitCode: undefined,
  release: { name: 'node' },
  title: 'node',
  stdout: stream,
  stderr: stream,
  exit(code = process.exitCode) {
    if (code !== undefined) process.exitCode = code;
    if (!exits) {
      exits = true;
      process.emit('exit', process.exitCode ?? 0);
    }
    host('exit', Number(process.exitCode ?? 0));
  },
  nextTick: (work, ...values) => void ticks.push(() => work(...values)),
  hrtime: Object.assign(() => [Math.floor(performance.now() / 1000), 0], {
    bigint: () => BigInt(Math.round(performance.now() * 1e6)),
  }),
  uptime: () => performance.now() / 1000,
  emitWarning: silent,
});
export const performance = { now: () => Date.now() - started };

const isWindows = start.process.platform === 'win32';
export const os = {
  ...Object.fromEntries(Object.entries(start.os).map(([name, value]) => [name, () => value])),
  EOL: isWindows ? '\r\n' : '\n',
  devNull: isWindows ? '\\\\.\\nul' : '/dev/null',
};

/** Runs what the process itself calls. */
export function called(work) {
  try {
    work();
  } catch (error) {
    if (!process.emit('uncaughtException', error, 'uncaughtException')) throw error;
  }
}

/** Does what is next if no promise has anything to do. @returns false if nothing is left. */
export function tick() {
  if (ticks.length === 0) {
    const timer = nextTimer();
    if (timer) called(timer);
    else if (idle) return false;
    else process.emit('beforeExit', process.exitCode ?? 0);
    idle = !timer;
  }
  while (ticks.length > 0) called(ticks.shift());
  return true;
}
