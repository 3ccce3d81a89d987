// JSON, read as Go reads it for SST.

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = { readonly [name: string]: Json };

/** Undefined if it is no JSON. @param json null for undefined. */
export function parsed(json: string | null): Json | undefined {
  try {
    return json === null ? undefined : JSON.parse(json);
  } catch {
    return undefined;
  }
}

export function objectOf(value: Json | undefined): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined;
}

/** The property's text; undefined for the empty one, as SST takes it. */
export function textOf(object: JsonObject, name: string): string | undefined {
  return filled(object[name]);
}

function filled(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/**
 * The values of the fields that Go's JSON reader takes for this one, in their order: it ignores case as Unicode folds it,
 * by which `\u017f` is an `s` and the Kelvin sign a `k`.
 *
 * @param name in lower case.
 */
export function fieldsOf(object: JsonObject, name: string): Json[] {
  return Object.entries(object)
    .filter(([key]) => key.replaceAll('\u017f', 's').toLowerCase() === name)
    .map(([, value]) => value);
}

/** The field as an object: Go reads one over the other, property by property; `null` discards those before it (measured). */
export function mergedField(object: JsonObject, name: string): Json | undefined {
  return fieldsOf(object, name).reduce<Json | undefined>((all, value) => {
    const [before, next] = [objectOf(all), objectOf(value)];
    return before && next ? { ...before, ...next } : value;
  }, undefined);
}

/** The field's text, as `textOf`. `null` leaves what an earlier spelling of the name said. */
export function textField(object: JsonObject, name: string): string | undefined {
  return filled(fieldsOf(object, name).findLast(value => value !== null));
}
