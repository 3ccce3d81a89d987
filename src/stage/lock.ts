/** What a lock tells about the deploy that holds it: everything optional, for a lock that is of another form counts too. */
export interface Lock {
  readonly created?: Date;
  /** `deploy`, `remove`, … */
  readonly command?: string;
  readonly updateId?: string;
  /** SST_RUN_ID of the deploy, where it had one. */
  readonly runId?: string;
}

/**
 * Reads `lock/<app>/<stage>.json` as SST does.
 *
 * @returns what it tells; undefined where SST would not take it for a lock: without a time it counts as none.
 */
export function parseLock(text: string): Lock | undefined {
  let fields: Record<string, unknown>;
  try {
    fields = Object(JSON.parse(text)) as Record<string, unknown>;
  } catch {
    // SST stops at a lock that it cannot read, too.
    return {};
  }
  const { created, command, updateID, runID } = fields;
  // Go's zero time, or none at all: no lock.
  if (created === undefined || created === null || created === '0001-01-01T00:00:00Z') return undefined;
  const time = new Date(String(created));
  return {
    ...(Number.isNaN(time.getTime()) ? {} : { created: time }),
    ...textOf('command', command),
    ...textOf('updateId', updateID),
    ...textOf('runId', runID),
  };
}

function textOf<Key extends string>(key: Key, value: unknown): { readonly [K in Key]?: string } {
  return typeof value === 'string' && value !== '' ? ({ [key]: value } as { [K in Key]: string }) : {};
}
