import { SourceMap } from 'node:module';
import type { transformSync } from 'amaro';

/** JavaScript, and the places of its parts in the source as it was written; without a map, the places are the same. */
export interface JavaScript {
  readonly code: string;
  readonly map?: SourceMap;
}

/**
 * Removes the types from TypeScript, with the imports that only types use.
 *
 * @param transform of `amaro`. @param options of tsconfig.json: those on imports that nothing uses decide.
 * @throws SyntaxError whose stack names the place.
 */
export function removeTypes(
  transform: typeof transformSync,
  source: string,
  file: string,
  options: Readonly<Record<string, unknown>>,
): JavaScript {
  const { verbatimModuleSyntax, preserveValueImports, importsNotUsedAsValues } = options;
  const keepsEffects = importsNotUsedAsValues === 'preserve' || importsNotUsedAsValues === 'error';
  try {
    const { code, map } = transform(source, {
      mode: 'transform',
      sourceMap: true,
      filename: file,
      transform: {
        verbatimModuleSyntax: verbatimModuleSyntax === true || preserveValueImports === true,
        // An option of swc, by another name than in tsconfig.json, that the types of `amaro` leave out.
        ...(keepsEffects && { importNotUsedAsValues: 'preserve' }),
      },
    });
    return { code, ...(map ? { map: new SourceMap(JSON.parse(map)) } : {}) };
  } catch (error) {
    const { message, startLine, startColumn } = Object(error);
    const place = startLine === undefined ? '' : `\n    at ${file}:${startLine}:${Number(startColumn) + 1}`;
    const what = String(message ?? error);
    throw Object.assign(new SyntaxError(what), { stack: `${what}${place}` });
  }
}

/** The place in the source as it was written, from 1. @param line from 1. @param column from 0. */
export function originalPlace(
  { map }: JavaScript,
  line: number,
  column: number,
): { line: number; column: number } {
  const origin = map?.findOrigin(line, column + 1);
  return origin && 'lineNumber' in origin
    ? { line: origin.lineNumber, column: origin.columnNumber }
    : { line, column: column + 1 };
}
