import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../act.ts';

/** The provider's schema of a resource or a data source. */
export interface ProviderResource {
  /** The problems of a block's body: unknown attributes, missing ones, and those of a wrong type. */
  check(body: Record<string, unknown>): string[];
  /** The attributes that can be read. */
  readonly exports: readonly string[];
}

interface Attribute {
  readonly required: boolean;
  /** `string`, `number`, `string[]`, or the name of a nested block. */
  readonly type: string;
}

// Attributes that every block can have, independent of the provider.
const META = new Set(['count', 'for_each', 'depends_on', 'provider', 'lifecycle']);

/** Reads it from the declarations that cdktf generated. */
export function readResource(kind: 'resource' | 'data', type: string): ProviderResource {
  const name = type.replace(/^aws_/, '').replaceAll('_', '-');
  const folder = kind === 'data' ? `data-aws-${name}` : name;
  const file = path.join(root, '.cache/provider-schema/package/lib', folder, 'index.d.ts');
  const text = readFileSync(file, 'utf8');
  const structs = new Map<string, Map<string, Attribute>>();
  for (const [, struct = '', body = ''] of text.matchAll(
    /^export interface (\w+)(?: extends [\w.]+)? \{\n([\s\S]*?)^\}/gm,
  )) {
    const attributes = [...body.matchAll(/#(\w+) \w+#\w+\}[\s\S]*?readonly \w+(\??): ([^;]+);/g)];
    structs.set(
      struct,
      new Map(attributes.map(([, key = '', optional, of = '']) => [key, { required: !optional, type: of }])),
    );
  }
  const config = [...structs.keys()].find(struct => struct.endsWith('Config'));
  if (!config) throw new Error(`${file} declares no resource`);

  const check = (struct: string, body: Record<string, unknown>): string[] => {
    const attributes = structs.get(struct) ?? new Map<string, Attribute>();
    const { dynamic = {}, ...fixed } = body;
    // A `dynamic` block creates blocks of its name, whose body is its content.
    const blocks = Object.entries(dynamic as Record<string, Array<{ content: unknown }>>).map(
      ([key, [block]]) => [key, block?.content],
    );
    const all: Record<string, unknown> = { ...fixed, ...Object.fromEntries(blocks) };
    const missing = [...attributes].filter(([key, { required }]) => required && !(key in all));
    return [
      ...missing.map(([key]) => `${key} is missing`),
      ...Object.entries(all).flatMap(([key, value]) => {
        if (META.has(key)) return [];
        const attribute = attributes.get(key);
        return attribute ? checkValue(key, value, attribute.type) : [`${key} does not exist`];
      }),
    ];
  };

  const checkValue = (key: string, value: unknown, of: string): string[] => {
    const nested = /^(\w+)\[\]/.exec(of)?.[1] ?? /^(\w+)/.exec(of)?.[1] ?? '';
    if (structs.has(nested))
      return (value as Record<string, unknown>[]).flatMap(block =>
        check(nested, block).map(text => `${key}: ${text}`),
      );
    // A single expression can have any type.
    if (typeof value === 'string' && /^\$\{[\s\S]*\}$/.test(value)) return [];
    const fits = of.startsWith('string[]') ? Array.isArray(value) : typeof value === nested;
    return fits ? [] : [`${key} is no ${of}`];
  };

  const getters = [...text.matchAll(/^ {4}get (\w+)\(\): /gm)].map(([, getter = '']) => getter);
  return {
    check: body => check(config, body),
    exports: getters.map(getter => getter.replaceAll(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)),
  };
}
