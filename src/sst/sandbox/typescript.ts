import { stripTypeScriptTypes } from 'node:module';

/** `import … from "x"` at the beginning of a line or statement, with its names; in a source without types. */
const IMPORT =
  /(?<=^|[;\n}])([\t ]*)import\s+(?!type\s+[\w$*{])(?:([\w$]+)\s*,?\s*)?(?:\*\s*as\s+([\w$]+)\s*|\{([^{}]*)\}\s*)?from\s*(["'])([^"'\n]+)\5[\t ]*;?/g;

/** `export interface X`, `export type X = …`, `export declare …`: names that are gone when the types are. */
const TYPE_EXPORT =
  /(?<=^|[;\n}])\s*export\s+(?:declare\s+(?:abstract\s+)?(?:const|let|var|function|class|enum|namespace)|interface|type)\s+([\w$]+)/g;

/**
 * Makes JavaScript of TypeScript as esbuild does: types erased, enums and namespaces turned into code, and the imports
 * dropped that only types made use of. Lines and columns stay where they are, unless there are enums or namespaces;
 * then a source map tells.
 *
 * @param file for the source map. @throws SyntaxError where the source is none.
 */
export function compileTypeScript(source: string, file: string): string {
  return withTypeNames(source, withoutTypeImports(erase(source, file)));
}

function erase(source: string, file: string): string {
  try {
    return stripTypeScriptTypes(source, { mode: 'strip' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX') throw error;
    process.setSourceMapsEnabled(true);
    return stripTypeScriptTypes(source, { mode: 'transform', sourceMap: true, sourceUrl: file });
  }
}

/**
 * Drops the imported names that the code does not mention: TypeScript allows to import types without saying so. An
 * import of which no name is left is dropped whole, with what its module would have done, as TypeScript wants it.
 */
export function withoutTypeImports(code: string): string {
  const rest = code.replaceAll(IMPORT, '');
  const mentioned = (name: string | undefined) =>
    name !== undefined && new RegExp(`(?<![\\w$.])${name.replaceAll('$', '\\$')}(?![\\w$])`).test(rest);
  return code.replaceAll(
    IMPORT,
    (whole, indent, single, namespace, names: string | undefined, _quote, specifier) => {
      const listed = (names ?? '')
        .split(',')
        .map(name => name.trim())
        .filter(Boolean);
      const kept = listed.filter(name => !/^type\s/.test(name) && mentioned(name.split(/\s+as\s+/).at(-1)));
      const parts = [
        ...(mentioned(single) ? [single] : []),
        ...(mentioned(namespace) ? [`* as ${namespace}`] : []),
        ...(kept.length > 0 || (names !== undefined && listed.length === 0) ? [`{${kept.join()}}`] : []),
      ];
      const written =
        parts.length > 0 ? `${indent}import ${parts.join()} from ${JSON.stringify(specifier)};` : '';
      return written + '\n'.repeat(whole.split('\n').length - 1);
    },
  );
}

/** Gives names that only types had a value, so that a module can pass them on: esbuild leaves out what is not there. */
function withTypeNames(source: string, code: string): string {
  const names = [...source.matchAll(TYPE_EXPORT)].map(([, name = '']) => name);
  const missing = [...new Set(names)].filter(name => {
    const escaped = name.replaceAll('$', '\\$');
    return !new RegExp(
      `\\b(?:const|let|var|function\\*?|class)\\s+${escaped}(?![\\w$])|[{,]\\s*(?:[\\w$]+\\s+as\\s+)?${escaped}\\s*[,}]`,
    ).test(code);
  });
  return missing.length > 0
    ? `${code.trimEnd()}\n;export const ${missing.map(name => `${name}=void 0`).join()};`
    : code;
}

/** The first line (from 1) with a static import or re-export of a value; undefined where there is none. */
export function firstStaticImport(code: string): number | undefined {
  const match =
    /(?<=^|[;\n}])[\t ]*(?:import\s*(?:["']|[\w$*{][^;"']*?\bfrom\s*["'])|export\s*(?:\*|\{[^{}]*\})\s*(?:as\s+[\w$]+\s*)?from\s*["'])/.exec(
      code,
    );
  if (!match) return undefined;
  const before = code.slice(0, match.index + (/^[\t ]*/.exec(match[0])?.[0].length ?? 0));
  return before.split('\n').length;
}
