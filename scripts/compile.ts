// Started by code-cache.ts with V8's flags --hash-seed=1 --no-lazy: FOLDER TARGET FILE…
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

const [folder = '', target = '', ...files] = process.argv.slice(2);
const scripts = files.map(file => {
  const source = module.wrap(readFileSync(path.join(folder, file), 'latin1'));
  return { file, script: new Script(source, { filename: file }) };
});
// V8 notes its flags in what it writes, and refuses it under others: now they are what Node has that is started without any.
setFlagsFromString('--lazy');
setFlagsFromString('--hash-seed=0');
const parts: Record<string, [start: number, length: number]> = {};
const all: Buffer[] = [];
let end = 0;
for (const { file, script } of scripts) {
  const bytes = script.createCachedData();
  parts[`./${file}`] = [end, bytes.length];
  all.push(bytes);
  end += bytes.length;
}
mkdirSync(path.dirname(target), { recursive: true });
writeFileSync(`${target}.bin`, Buffer.concat(all));
writeFileSync(`${target}.json`, `${JSON.stringify(parts, null, 2)}\n`);
