import { Buffer, decoded, unbinary } from './bytes.mjs';
import { define, host, start } from './host.mjs';
import { setTimeout } from './timers.mjs';
import { URL, URLSearchParams } from './url.mjs';

const pathMethods =
  'join resolve normalize isAbsolute relative dirname basename extname parse format toNamespacedPath matchesGlob';
const pathModule = flavour => {
  const made = { sep: flavour === 'win32' ? '\\' : '/', delimiter: flavour === 'win32' ? ';' : ':' };
  for (const method of pathMethods.split(' '))
    made[method] = (...values) => host('path', flavour, method, values);
  const { resolve, relative } = made;
  made.resolve = (...values) => resolve(start.cwd, ...values);
  made.relative = (...values) => relative(...values.map(value => made.resolve(value)));
  return made;
};
export const posix = pathModule('posix');
export const win32 = pathModule('win32');
export const path = Object.assign(start.process.platform === 'win32' ? win32 : posix, { posix, win32 });
Object.assign(path === posix ? win32 : posix, { posix, win32 });

const pathText = value => {
  if (value instanceof URL || value?.protocol === 'file:') return url.fileURLToPath(value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString();
  if (typeof value === 'string') return value;
  throw Object.assign(
    new TypeError('The "path" argument must be of type string or an instance of Buffer or URL.'),
    { code: 'ERR_INVALID_ARG_TYPE' },
  );
};
const full = value => {
  const text = pathText(value);
  if (text === '') throw Object.assign(new Error('ENOENT: no such file or directory'), { code: 'ENOENT' });
  return path.isAbsolute(text) ? text : `${start.cwd}${path.sep}${text}`;
};
export const url = {
  URL,
  URLSearchParams,
  fileURLToPath: value => host('url.toPath', String(value?.href ?? value)),
  pathToFileURL: value => new URL(host('url.fromPath', full(value))),
};

class Stats {
  constructor({ kind, bytes: size, modified: mtimeMs }) {
    const mode = kind === 'file' ? 0o100644 : 0o040755;
    const mtime = new Date(mtimeMs);
    Object.assign(this, { size, mode, mtimeMs, mtime, ctime: mtime, atime: mtime, birthtime: mtime });
    define(this, { kind });
  }
  isFile() {
    return this.kind === 'file';
  }
  isDirectory() {
    return this.kind === 'folder';
  }
}
for (const name of ['isSymbolicLink', 'isFIFO', 'isSocket', 'isBlockDevice', 'isCharacterDevice'])
  define(Stats.prototype, { [name]: () => false });

const lookAt = (value, throws = true) => host('fs.look', full(value), throws);
const look = (value, options) => {
  const found = lookAt(value, options?.throwIfNoEntry !== false);
  return found ? new Stats(found) : undefined;
};
const sync = {
  readFileSync(file, options) {
    const encoding = typeof options === 'string' ? options : options?.encoding;
    return decoded(unbinary(host('fs.read', full(file))), encoding);
  },
  statSync: look,
  lstatSync: look,
  accessSync: file => void look(file),
  realpathSync: file => lookAt(file).path,
  readdirSync(folder, options) {
    if (options?.recursive) return host('refuse', 'fs.readdir with the option recursive');
    const names = host('fs.list', full(folder)).sort();
    if (!options?.withFileTypes) return names;
    const parentPath = pathText(folder);
    return names.map(name =>
      Object.assign(look(`${full(folder)}${path.sep}${name}`), { name, parentPath, path: parentPath }),
    );
  },
};
sync.realpathSync.native = sync.realpathSync;
export const promised = {};
export const fs = {
  ...sync,
  existsSync(file) {
    try {
      return look(file, { throwIfNoEntry: false }) !== undefined;
    } catch {
      return false;
    }
  },
  promises: promised,
};
for (const [name, work] of Object.entries(sync)) {
  const plain = name.slice(0, -4);
  promised[plain] = async (...values) => work(...values);
  fs[plain] = (...values) => {
    const done = values.pop();
    promised[plain](...values).then(
      value => setTimeout(done, 0, null, value),
      error => setTimeout(done, 0, error),
    );
  };
}
