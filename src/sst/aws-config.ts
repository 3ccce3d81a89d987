import os from 'node:os';
import path from 'node:path';
import { type FileKind, profileBody } from '../aws/ini.ts';
import { sourceText } from './source-text.ts';
import { type Variables, valueIn } from './variables.ts';

/**
 * The region that the AWS files give a profile, as the SDK of SST's binary reads them: `config`, and `credentials` over
 * it; undefined if they give none or cannot be read.
 */
export function regionOfProfile(profile: string, variables: Variables): string | undefined {
  const folder = path.join(valueIn(variables, 'HOME') ?? os.homedir(), '.aws');
  const regionFrom = (kind: FileKind, variable: string) =>
    regionIn(sourceText(valueIn(variables, variable) ?? path.join(folder, kind)), kind, profile);
  return regionFrom('credentials', 'AWS_SHARED_CREDENTIALS_FILE') || regionFrom('config', 'AWS_CONFIG_FILE');
}

/** The region in a file's section, the last one if there are several. Takes linear time, whatever the file holds. */
export function regionIn(text: string, kind: FileKind, profile: string): string | undefined {
  let found: string | undefined;
  let nested = false;
  for (const line of (profileBody(withoutShadowed(text), kind, profile) ?? '').split(/\r?\n/)) {
    const { key, value } = settingIn(line);
    // A setting that is indented below one without a value belongs to that: `s3 =`.
    if (key === '' || (nested && /^\s/.test(line))) continue;
    nested = value === '';
    if (key.toLowerCase() === 'region' && !nested) found = value.replace(/^(["'])(.*)\1$/, '$2');
  }
  return found;
}

/** In `config`, `[profile default]` counts and `[default]` does not, if it has both. */
function withoutShadowed(text: string): string {
  const lines = text.split('\n');
  if (!lines.some(line => /^\s*\[\s*profile\s+default\s*\]/.test(line))) return text;
  return lines.map(line => line.replace(/^\s*\[default\]/, '[]')).join('\n');
}

/** `key = value # comment`; the key is '' if the line is no setting. */
function settingIn(line: string): { key: string; value: string } {
  const equals = line.indexOf('=');
  const key = line.slice(0, Math.max(equals, 0)).trim();
  const rest = line.slice(equals + 1).trim();
  const comment = rest.search(/\s[#;]/);
  return { key: /^[#;]/.test(key) ? '' : key, value: (comment < 0 ? rest : rest.slice(0, comment)).trim() };
}
