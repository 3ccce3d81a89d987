// The files that the interpreter is made of. The build has them in dist/ byte for byte: ncc copies what it finds as
// `new URL(…, import.meta.url)` in a call of `readFileSync`, and scripts/build.ts copies the folder.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** QuickJS, as its package provides it. */
export const quickJs = readFileSync(
  new URL(
    '../../node_modules/@jitl/quickjs-wasmfile-release-sync/dist/emscripten-module.wasm',
    import.meta.url,
  ),
);

const folder = path.join(import.meta.dirname, 'guest');

/** What a config finds around it, by file name. */
export const guest: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(folder).map(name => [name, readFileSync(path.join(folder, name), 'utf8')]),
);
