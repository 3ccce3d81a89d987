import { parse } from 'es-module-lexer';

type Lexed = ReturnType<typeof parse>;

/** An import or a re-export, as the lexer found it. */
export type Import = Lexed[0][number] & { readonly importStart: number; readonly importEnd: number };

/** A static import, or a re-export. */
export interface ImportStatement {
  readonly specifier: string;
  /** The names that it takes from the module. */
  readonly names: readonly string[];
  /** Whether anything makes use of what it imports. */
  readonly used: boolean;
}

const NAMESPACE = /\*\s*as\s+([\p{ID_Start}$_][\p{ID_Continue}$]*)/u;

/** What a text imports and exports, and whether it is an ES module. A text that cannot be parsed counts as one. */
export function lexed(code: string): {
  imports: readonly Import[];
  exports: Lexed[1];
  isModule: boolean;
} {
  try {
    const [imports, exports, , isModule] = parse(code);
    return { imports: imports as Import[], exports, isModule };
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
 * @param link names the module to import for a statement; undefined to leave the import out. A name that begins with
 * `bridge:` is one of a module that exports its namespace as `__namespace`.
 */
export function withLinks(
  { file, code, imports }: { file: string; code: string; imports: readonly Import[] },
  link: (statement: ImportStatement) => string | undefined,
): string {
  let linked = code;
  for (const entry of imports.toSorted((a, b) => b.importStart - a.importStart)) {
    if (entry.type === 'import-meta') continue;
    const [start, end, text] =
      entry.type === 'dynamic'
        ? [
            entry.importStart,
            (entry as { dynamicStart: number }).dynamicStart + 1,
            `__sst_creds.import(${JSON.stringify(file)},`,
          ]
        : [entry.importStart, entry.importEnd, linkedStatement(code, entry, link)];
    linked = linked.slice(0, start) + text + linked.slice(end);
  }
  return linked;
}

function linkedStatement(
  code: string,
  entry: Import,
  link: (statement: ImportStatement) => string | undefined,
): string {
  const text = code.slice(entry.importStart, entry.importEnd);
  /** Up to the specifier: `import { a } from `. */
  const clause = text.slice(0, entry.start - entry.importStart - 1);
  const rest = code.slice(0, entry.importStart) + code.slice(entry.importEnd);
  const id = link({ specifier: entry.specifier ?? '', ...namesOf(clause, rest) });
  const from = id?.startsWith('bridge:') ? clause.replace(NAMESPACE, '{__namespace as $1}') : clause;
  const made = id === undefined ? '' : `${from}${JSON.stringify(id)};`;
  return made + '\n'.repeat(text.split('\n').length - made.split('\n').length);
}

/** @param rest the code around the statement. */
function namesOf(clause: string, rest: string): Omit<ImportStatement, 'specifier'> {
  const listed = (/\{([^}]*)\}/.exec(clause)?.[1] ?? '')
    .split(',')
    .map(name => name.trim().split(/\s+as\s+/));
  const [, single] = /^import\s+([\p{ID_Start}$_][\p{ID_Continue}$]*)/u.exec(clause) ?? [];
  const namespace = NAMESPACE.exec(clause)?.[1];
  const locals = [...listed.map(name => name.at(-1) ?? ''), single ?? '', namespace ?? ''].filter(Boolean);
  return {
    names: [...listed.map(([name = '']) => name).filter(Boolean), ...(single ? ['default'] : [])],
    used: clause.startsWith('export') || locals.some(name => mentions(rest, name)),
  };
}

function mentions(code: string, name: string): boolean {
  return new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`).test(code);
}
