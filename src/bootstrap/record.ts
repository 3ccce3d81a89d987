import { UNREADABLE } from './log-messages.ts';

/** The record's fields beside its version, all of them texts, in SST's order. */
const TEXT_FIELDS = [
  'asset',
  'assetEcrRegistryId',
  'assetEcrUrl',
  'state',
  'appsyncHttp',
  'appsyncRealtime',
] as const;

/** Empty, or a name, a number or a URL. A record that somebody else wrote reaches the log, the outputs and requests. */
const FORM = /^(?:\w[\w.:/@-]{0,255})?$/;

/** The value of the SSM parameter `/sst/bootstrap`. */
export type BootstrapRecord = Readonly<Record<(typeof TEXT_FIELDS)[number], string>> & {
  /** The number of steps that are done. */
  readonly version: number;
  /** Fields of a newer SST, in their order. They are kept as they are. */
  readonly otherFields: Readonly<Record<string, unknown>>;
};

/** The record before the first step. */
export const EMPTY_RECORD: BootstrapRecord = {
  version: 0,
  ...(Object.fromEntries(TEXT_FIELDS.map(name => [name, ''])) as Record<
    (typeof TEXT_FIELDS)[number],
    string
  >),
  otherFields: {},
};

/**
 * Reads a record as SST does (Go's json.Unmarshal into its struct): a field that is absent or null has its zero value,
 * a field of the wrong type makes the whole record unreadable. So does a text that is no name, number or URL.
 *
 * @returns the record, or the reason why SST cannot read it, as the end of a sentence.
 */
export function parseRecord(text: string): BootstrapRecord | { readonly unreadable: string } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return { unreadable: UNREADABLE.json((error as Error).message) };
  }
  if (typeof parsed !== 'object' || Array.isArray(parsed)) return { unreadable: UNREADABLE.object };
  const { version, ...fields } = (parsed ?? {}) as Record<string, unknown>;
  if (!isVersion(version ?? 0)) return { unreadable: UNREADABLE.version(version) };
  const texts: Record<string, string> = {};
  for (const name of TEXT_FIELDS) {
    const value = fields[name] ?? '';
    if (typeof value !== 'string') return { unreadable: UNREADABLE.field(name, value) };
    if (!FORM.test(value)) return { unreadable: UNREADABLE.form(name) };
    texts[name] = value;
    delete fields[name];
  }
  return { ...EMPTY_RECORD, ...texts, version: Number(version ?? 0), otherFields: fields };
}

/** The record as SST writes it: its own fields in its order, then the fields that it does not know. */
export function serialiseRecord(record: BootstrapRecord): string {
  const texts = Object.fromEntries(TEXT_FIELDS.map(name => [name, record[name]]));
  return JSON.stringify({ version: record.version, ...texts, ...record.otherFields });
}

function isVersion(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
