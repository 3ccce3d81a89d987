import { UNREADABLE } from './log-messages.ts';
import type { BootstrapRecord } from './status.ts';

/** The parameter in which SST keeps what it has bootstrapped in a region. */
export const RECORD = '/sst/bootstrap';

/** The whole record: what this version knows of, and everything else as it was found. */
export interface FullRecord extends BootstrapRecord {
  readonly appsyncHttp: string;
  readonly appsyncRealtime: string;
  /** Fields of a newer SST, in their order. */
  readonly others: Readonly<Record<string, unknown>>;
}

/** The record before the first step. */
export const EMPTY_RECORD: FullRecord = {
  version: 0,
  asset: '',
  assetEcrRegistryId: '',
  assetEcrUrl: '',
  state: '',
  appsyncHttp: '',
  appsyncRealtime: '',
  others: {},
};

const TEXTS = [
  'asset',
  'assetEcrRegistryId',
  'assetEcrUrl',
  'state',
  'appsyncHttp',
  'appsyncRealtime',
] as const;

/**
 * Reads a record as SST does (Go's json.Unmarshal into its struct): a field that is absent or null has its zero value,
 * one of another type makes the whole unreadable.
 *
 * @returns the record, or what keeps SST from reading it.
 */
export function parseRecord(text: string): FullRecord | { readonly unreadable: string } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return { unreadable: UNREADABLE.json((error as Error).message) };
  }
  if (typeof parsed !== 'object' || Array.isArray(parsed)) return { unreadable: UNREADABLE.object };
  const { version, ...fields } = (parsed ?? {}) as Record<string, unknown>;
  if (!isVersion(version ?? 0)) {
    return { unreadable: UNREADABLE.version(version) };
  }
  const texts: Record<string, string> = {};
  for (const name of TEXTS) {
    const value = fields[name] ?? '';
    if (typeof value !== 'string') return { unreadable: UNREADABLE.field(name, value) };
    texts[name] = value;
    delete fields[name];
  }
  return { ...EMPTY_RECORD, ...texts, version: Number(version ?? 0), others: fields };
}

/** The record as SST writes it: its fields, in its order, then those that it does not know. */
export function serialiseRecord({ others, ...known }: FullRecord): string {
  const { version, asset, assetEcrRegistryId, assetEcrUrl, state, appsyncHttp, appsyncRealtime } = known;
  return JSON.stringify({
    version,
    asset,
    assetEcrRegistryId,
    assetEcrUrl,
    state,
    appsyncHttp,
    appsyncRealtime,
    ...others,
  });
}

function isVersion(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
