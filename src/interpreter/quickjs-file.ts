import { readFileSync } from 'node:fs';

/**
 * QuickJS, as its package provides it. In a file of its own, because ncc copies it into dist/ byte for byte only if the
 * module has nothing but `new URL(…, import.meta.url)` in a call of `readFileSync`.
 */
export const quickJs = readFileSync(
  new URL(
    '../../node_modules/@jitl/quickjs-wasmfile-release-sync/dist/emscripten-module.wasm',
    import.meta.url,
  ),
);
