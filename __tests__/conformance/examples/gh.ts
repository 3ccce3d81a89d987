// `gh api` as far as the examples use it: --method, --field name=@file, --jq, --paginate and --silent.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  options: {
    method: { type: 'string', default: 'GET' },
    field: { type: 'string' },
    jq: { type: 'string' },
    paginate: { type: 'boolean' },
    silent: { type: 'boolean' },
  },
  allowPositionals: true,
});
const [command, path] = positionals;
if (command !== 'api') throw new Error(`gh ${command} is not part of the examples`);
const [, name = '', file = ''] = /^(\w+)=@(.*)$/.exec(values.field ?? '') ?? [];
const response = await fetch(`${process.env['GITHUB_API_URL']}/${path}`, {
  method: values.method,
  headers: { authorization: `Bearer ${process.env['GH_TOKEN']}`, 'content-type': 'application/json' },
  ...(name && { body: JSON.stringify({ [name]: readFileSync(file, 'utf8') }) }),
});
const text = await response.text();
if (!response.ok) throw new Error(`gh: HTTP ${response.status} ${text}`);
if (values.jq !== undefined)
  process.stdout.write(execFileSync('jq', ['--raw-output', values.jq], { input: text }));
else if (!values.silent) process.stdout.write(text);
