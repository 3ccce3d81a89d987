// Writes the generated parts of README.md: the tables of inputs and outputs, from action.yml (the one place that
// describes an input), and the checksum of the CloudFormation template. With --check it only compares.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseDocument, type YAMLMap } from 'yaml';

const root = path.resolve(import.meta.dirname, '..');
const readme = path.join(root, 'README.md');

/**
 * The table of all inputs or outputs, in groups as in action.yml. A description that ends in `Default: ….` fills the column
 * of defaults.
 */
function tableOf(name: 'inputs' | 'outputs'): string {
  const action = parseDocument(readFileSync(path.join(root, 'action.yml'), 'utf8'));
  const map = action.get(name) as YAMLMap<{ value: string; commentBefore?: string }, YAMLMap>;
  const lines =
    name === 'inputs'
      ? ['| Input | Description | Default |', '|---|---|---|']
      : ['| Output | Description |', '|---|---|'];
  // The comment before a map's first key is the map's own.
  let heading = map.commentBefore;
  for (const { key, value } of map.items) {
    heading = key.commentBefore ?? heading;
    if (heading) lines.push(`| **${heading.trim()}** | |${name === 'inputs' ? ' |' : ''}`);
    heading = undefined;
    const [description = '', inWords = ''] = String(value?.get('description')).split(/ Default: (.*)\.$/);
    const cells = [`\`${key.value}\``, description];
    const preset = value?.get('default');
    if (name === 'inputs') cells.push(preset === undefined ? inWords : `\`${preset}\``);
    lines.push(`| ${cells.join(' | ')} |`);
  }
  return lines.join('\n');
}

/** Replaces everything between `<!-- name -->` and `<!-- /name -->`. */
function fill(text: string, name: string, content: string): string {
  const pattern = new RegExp(`(<!-- ${name} -->\n)[^]*?(<!-- /${name} -->)`);
  if (!pattern.test(text)) throw new Error(`README.md has no <!-- ${name} --> … <!-- /${name} -->`);
  return text.replace(pattern, (_, open: string, close: string) => `${open}${content}\n${close}`);
}

/** Updates the checksum of each template in a line for `shasum --check`. */
function withChecksums(text: string): string {
  return text.replaceAll(/[0-9a-f]{64}( {2}(cloudformation\/\S+\.yml))/g, (_, rest: string, file: string) => {
    const template = readFileSync(path.join(root, 'examples/iam', file));
    return createHash('sha256').update(template).digest('hex') + rest;
  });
}

const before = readFileSync(readme, 'utf8');
const after = withChecksums(
  (['inputs', 'outputs'] as const).reduce((text, name) => fill(text, name, tableOf(name)), before),
);
if (!process.argv.includes('--check')) {
  writeFileSync(readme, after);
} else if (after !== before) {
  console.error(
    'README.md is not current (inputs and outputs of action.yml, checksums): run `npm run readme` and commit it.',
  );
  process.exitCode = 1;
}
