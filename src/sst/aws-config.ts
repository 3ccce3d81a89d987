import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type FileKind, profileBody } from '../credentials/ini.ts';
import { type Variables, valueIn } from './variables.ts';

/**
 * The region that the AWS files give a profile, as the SDK of SST's binary reads them: `config`, and `credentials` over
 * it; undefined where there is none or the files cannot be read.
 */
export function regionOfProfile(profile: string, variables: Variables): string | undefined {
  const folder = path.join(valueIn(variables, 'HOME') ?? os.homedir(), '.aws');
  const files = [
    ['credentials', valueIn(variables, 'AWS_SHARED_CREDENTIALS_FILE')],
    ['config', valueIn(variables, 'AWS_CONFIG_FILE')],
  ] as const;
  for (const [kind, named] of files) {
    const region = regionIn(textOf(named ?? path.join(folder, kind)), kind, profile);
    if (region) return region;
  }
  return undefined;
}

/** The region in a file's section, the last where there are several. */
export function regionIn(text: string, kind: FileKind, profile: string): string | undefined {
  // In `config`, `[profile default]` counts and `[default]` does not, where both are there.
  const sections = /^\s*\[\s*profile\s+default\s*\]/m.test(text)
    ? text.replaceAll(/^\s*\[default\]/gm, '[]')
    : text;
  let found: string | undefined;
  let nested = false;
  for (const line of (profileBody(sections, kind, profile) ?? '').split(/\r?\n/)) {
    const [, indent, key = '', rest = ''] = /^(\s*)([^=\s#;][^=]*?)\s*=\s*(.*)$/.exec(line) ?? [];
    const value = rest.replace(/\s+[#;].*$/, '').trim();
    // What is indented below a setting without a value belongs to that: `s3 =`.
    if (key === '' || (indent && nested)) continue;
    nested = value === '';
    if (key.toLowerCase() === 'region' && !nested) found = value.replace(/^(["'])(.*)\1$/, '$2');
  }
  return found;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
