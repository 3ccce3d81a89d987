export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = { readonly [name: string]: Json };

/** The object that the text describes; undefined if it is not JSON, or not an object. @param json null for undefined. */
export function objectIn(json: string | null): JsonObject | undefined {
  try {
    return objectOf(JSON.parse(json ?? 'null'));
  } catch {
    return undefined;
  }
}

export function objectOf(value: Json | undefined): JsonObject | undefined {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as JsonObject) : undefined;
}

/** The property's text; undefined for the empty one, as SST takes it. */
export function textOf(object: JsonObject, name: string): string | undefined {
  const value = object[name];
  return (typeof value === 'string' && value) || undefined;
}

/**
 * The object with its names in lower case: Go's JSON reader ignores case as Unicode folds it, by which `\u017f` is an `s`
 * and the Kelvin sign a `k`. It reads objects of one name over each other, property by property; `null` discards an
 * object, and leaves a text (measured).
 */
export function withFoldedNames(object: JsonObject): JsonObject {
  const fields = new Map<string, Json>();
  for (const [key, value] of Object.entries(object)) {
    const name = key.replaceAll('\u017f', 's').toLowerCase();
    const [before, next] = [objectOf(fields.get(name)), objectOf(value)];
    if (value !== null || before) fields.set(name, before && next ? { ...before, ...next } : value);
  }
  return Object.fromEntries(fields);
}
