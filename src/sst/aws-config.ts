import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { profileBody } from '../credentials/ini.ts';
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
    const body = profileBody(textOf(named ?? path.join(folder, kind)), kind, profile);
    const region = body && /^region[\t ]*=[\t ]*(\S+)/m.exec(body)?.[1];
    if (region) return region;
  }
  return undefined;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
