/** The SSM parameter in which SST records what it has bootstrapped in a region. */
export const RECORD = '/sst/bootstrap';

/** The record before the first step: SST's fields, in SST's order. */
export const EMPTY_RECORD = {
  version: 0,
  asset: '',
  assetEcrRegistryId: '',
  assetEcrUrl: '',
  state: '',
  appsyncHttp: '',
  appsyncRealtime: '',
};

/**
 * The value of the SSM parameter `/sst/bootstrap`. `version` is the number of steps that are done. Fields of a newer SST
 * are in it, too, behind these: JSON.stringify writes the record as SST does, and keeps them as they are.
 */
export type BootstrapRecord = Readonly<typeof EMPTY_RECORD>;

export type BucketKind = 'asset' | 'state';

/** Empty, or a name, a number or a URL. A record that somebody else wrote reaches the log, the outputs and requests. */
const FORM = /^(?:\w[\w.:/@-]{0,255})?$/;

/**
 * Reads a record as SST does (Go's json.Unmarshal into its struct): a field that is absent or null has its zero value,
 * a field of the wrong type makes the whole record unreadable. So does a text that is no name, number or URL.
 *
 * @returns the record, or the reason why SST cannot read it, as the end of a sentence.
 */
export function parseRecord(text: string): BootstrapRecord | string {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return `it is not JSON (${(error as Error).message})`;
  }
  if (typeof parsed !== 'object' || Array.isArray(parsed)) return 'it is not a JSON object';
  const record: Record<string, unknown> = { ...EMPTY_RECORD, ...parsed };
  for (const [name, zero] of Object.entries(EMPTY_RECORD)) {
    record[name] ??= zero;
    const value = record[name];
    const isOfType = name === 'version' ? Number.isSafeInteger(value) : typeof value === 'string';
    if (!isOfType) return `its field ${name} has the wrong type: ${JSON.stringify(value)}`;
    if (!FORM.test(String(value)))
      return `its field ${name} has characters that no version, bucket, registry or URL has`;
  }
  return record as BootstrapRecord;
}
