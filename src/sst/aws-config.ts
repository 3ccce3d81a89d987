import os from 'node:os';
import path from 'node:path';
import { type FileKind, profileBody } from '../aws/ini.ts';
import { sourceText } from '../regular-file.ts';
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

/** The region in a file's section, the last one if there are several. */
export function regionIn(text: string, kind: FileKind, profile: string): string | undefined {
  // If `config` has `[profile default]`, `[default]` does not count.
  const isShadowed = /^[ \t]*\[\s*profile\s+default\s*\]/m.test(text);
  const counted = isShadowed ? text.replaceAll(/^[ \t]*\[default\]/gm, '[]') : text;
  let region: string | undefined;
  let nested = false;
  for (const line of profileBody(counted, kind, profile)?.split('\n') ?? []) {
    const [key = '', ...values] = line.replace(/(?:^|\s)[#;].*/, '').split('=');
    const value = values.join('=').trim();
    // A setting that is indented below one without a value belongs to that: `s3 =`.
    if (values.length === 0 || (nested && /^\s/.test(line))) continue;
    nested = value === '';
    if (key.trim().toLowerCase() === 'region' && !nested) region = value.replace(/^(["'])(.*)\1$/, '$2');
  }
  return region;
}
