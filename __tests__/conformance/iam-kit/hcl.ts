// Prints the given HCL files as JSON: `{ "<file>": { "parsed": …, "formatted": … } }`. In a process of its own, because jest does not
// load modules from .cache.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(path.join(import.meta.dirname, '../../../.cache/hcl/'));
const { parse } = require('@cdktf/hcl2json');
const { format } = require('@cdktf/hcl-tools');

const files = process.argv.slice(2).map(async file => {
  const text = readFileSync(file, 'utf8');
  return [file, { parsed: await parse(file, text), formatted: await format(text) }];
});
process.stdout.write(JSON.stringify(Object.fromEntries(await Promise.all(files))));
