import { parse } from 'es-module-lexer';

export type ModuleSyntax = ReturnType<typeof lexed>;
type Import = ModuleSyntax['imports'][number];

/** A static import, or a re-export. */
export type ImportStatement = ReturnType<typeof statementOf>;

/** `* as name` in a clause. */
export const NAMESPACE = /\*\s*as\s+([\p{ID_Start}$_][\p{ID_Continue}$]*)/u;
const COMMENT = /\/\*[\s\S]*?\*\/|\/\/.*/g;

/** What a text imports and exports, and whether it is an ES module. A text that cannot be parsed counts as one. */
export function lexed(code: string) {
  try {
    const [imports, exports, , isModule] = parse(code);
    return { imports, exports, isModule };
  } catch {
    return { imports: [], exports: [], isModule: true }; // The interpreter says where the error is.
  }
}

/** Whether the import is one that SST refuses in a config: neither `import()` nor `import.meta`. */
export function isStatic({ type }: Import): boolean {
  return type === 'static' || type === 'reexport-star';
}

/**
 * The code with every import changed to the module that it means. Each line keeps its number.
 *
 * @param link the code to write instead of a statement.
 */
export function withLinks(
  { file, code, imports, exports }: ModuleSyntax & { readonly file: string; readonly code: string },
  link: (statement: ImportStatement) => string,
): string {
  const parts: string[] = [];
  let end = 0;
  for (const [index, entry] of imports.entries()) {
    if (entry.type === 'import-meta') continue;
    parts.push(code.slice(end, entry.importStart));
    if (entry.type === 'dynamic') {
      const kind = entry.specifier === undefined || entry.glob ? 'computed' : 'import';
      parts.push(`__sst_creds.import(${JSON.stringify(file)},"${kind}",`);
      end = entry.dynamicStart + 1;
      continue;
    }
    end = entry.importEnd;
    const isReexport = exports.some(each => each.type === 'reexport' && each.importIndex === index);
    const made = link(statementOf(code, entry, isReexport));
    const lines = code.slice(entry.importStart, end).split('\n').length;
    parts.push(made, '\n'.repeat(lines - made.split('\n').length));
  }
  return parts.join('') + code.slice(end);
}

function statementOf(code: string, entry: Import, isReexport: boolean) {
  const clause = code.slice(entry.importStart, entry.start - 1).replaceAll(COMMENT, ' ');
  const rest = code.slice(0, entry.importStart) + code.slice(entry.importEnd);
  const [, single] = /^import\s+([\p{ID_Start}$_][\p{ID_Continue}$]*)/u.exec(clause) ?? [];
  const listed = (/\{([^}]*)\}/.exec(clause)?.[1] ?? '').split(',').map(part => part.trim());
  /** Each name with the one that the file has for it. */
  const pairs = [...listed, single ? `default as ${single}` : '', NAMESPACE.exec(clause)?.[0] ?? '']
    .filter(part => part !== '')
    .map(part => [part.split(/\s+as\s+/)[0] ?? '', part.split(/\s+as\s+/).at(-1) ?? ''] as const);
  const isMentioned = (local: string) =>
    new RegExp(`(?<![\\w$])${local.replaceAll('$', '\\$')}(?![\\w$])`).test(rest);
  return {
    specifier: entry.specifier ?? '',
    /** Up to the specifier, without comments: `import { a } from `. */
    clause,
    /** The names that it takes from the module. */
    names: pairs.map(([name]) => name).filter(name => name !== '*'),
    /** Whether the file exports all of the module. */
    isStar: entry.type === 'reexport-star',
    /** Whether the file exports some of what it takes. */
    isReexport,
    /** Whether anything makes use of what it imports, or of one of the names. */
    isUsed: (wanted?: string) =>
      clause.startsWith('export') ||
      pairs.some(([name, local]) => (wanted ?? name) === name && isMentioned(local)),
  };
}
