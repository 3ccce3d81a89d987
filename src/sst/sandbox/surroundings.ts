import { builtinModules } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Member, memberOf, membersOf } from '../../interpreter/members.ts';
import type { SandboxRequest } from './request.ts';

/** The globals with a capital letter that are no classes. */
const NAMESPACES = ['Atomics', 'Intl', 'WebAssembly'];

/** The functions of `node:os` that the config gets, with their values. */
const OS = [
  ...(['platform', 'type', 'release', 'arch', 'hostname', 'tmpdir', 'endianness'] as const),
  ...(['availableParallelism', 'cpus', 'totalmem', 'freemem', 'uptime'] as const),
];

/** What a global is. One with a capital letter is taken for a class: to read some loads much of Node (`WebSocket`: undici, 40 ms). */
function globalNamed(name: string): Member {
  if (/^[A-Z]/.test(name) && !NAMESPACES.includes(name)) return 'function';
  const member = memberOf(name, Reflect.getOwnPropertyDescriptor(globalThis, name) ?? {});
  return member === 'other' ? 'object' : member;
}

/** What Node has, for the interpreter to refuse what it lacks: the globals, and members of those that it knows in part. */
const GLOBALS = {
  globalThis: Object.fromEntries(
    Object.getOwnPropertyNames(globalThis).map(name => [name, globalNamed(name)]),
  ),
  Buffer: membersOf(Buffer),
  'Buffer.prototype': membersOf(Buffer.prototype),
  JSON: membersOf(JSON),
  RegExp: membersOf(RegExp),
  URL: membersOf(URL),
  console: membersOf(console),
  navigator: membersOf(navigator),
  performance: membersOf(performance),
};

/**
 * What the config finds around it, as data: `process`, `os`, and the paths of SST's bundle, which is
 * `.sst/platform/sst.config.<time>.mjs` (4.17.1, measured; without the time here).
 */
export function surroundingsOf({ config, directory, environment, hidden, stage }: SandboxRequest) {
  const folder = path.join(path.dirname(config), '.sst', 'platform');
  const filename = path.join(folder, 'sst.config.mjs');
  const { execPath, platform, arch, version, versions } = process;
  return {
    cwd: directory,
    stage,
    env: environment,
    watched: [...hidden.keys()],
    dirname: folder + path.sep,
    meta: { url: pathToFileURL(filename).href, filename, dirname: folder, main: true },
    process: { execPath, platform, arch, version, versions: { ...versions } },
    builtins: builtinModules,
    navigator: {
      userAgent: `Node.js/${versions.node.split('.')[0]}`,
      language: 'en-US',
      languages: ['en-US'],
    },
    globals: GLOBALS,
    os: {
      ...Object.fromEntries(OS.map(name => [name, os[name]()])),
      homedir: environment['HOME'] ?? environment['USERPROFILE'] ?? os.homedir(),
    },
  };
}
