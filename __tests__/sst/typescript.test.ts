import {
  compileTypeScript,
  firstStaticImport,
  withoutTypeImports,
} from '../../src/sst/sandbox/typescript.ts';

test.each([
  ['import { a } from "./a";\na();', 'import {a} from "./a";\na();'],
  ['import { A } from "./a";\nlet x = 1;', '\nlet x = 1;'],
  ['import { A, b } from "./a";\nb();', 'import {b} from "./a";\nb();'],
  ['import { A as B, c as d } from "./a";\nd(A);', 'import {c as d} from "./a";\nd(A);'],
  ['import x, { A } from "./a";\nx();', 'import x from "./a";\nx();'],
  ['import x, * as all from "./a";\nall.x();', 'import * as all from "./a";\nall.x();'],
  ['import * as all from "./a";\nx.all();', '\nx.all();'],
  ['import {\n  A,\n  b,\n} from "./a";\nb();', 'import {b} from "./a";\n\n\n\nb();'],
  ['import "./a";\n', 'import "./a";\n'],
  ['import {} from "./a";\n', 'import {} from "./a";\n'],
  ['import { $a } from "./a"; $a;', 'import {$a} from "./a"; $a;'],
  ['const x = await import("./a");', 'const x = await import("./a");'],
])('%j', (source, code) => {
  expect(withoutTypeImports(source)).toBe(code);
});

test('lines and columns stay', () => {
  const source = 'import { T } from "./t";\nconst a: T = 1 as T;\n  throw new Error();';
  expect(compileTypeScript(source, 'a.ts').split('\n')[2]).toBe('  throw new Error();');
});

test('names that were types can be passed on', () => {
  const code = compileTypeScript(
    'export interface A {}\nexport type B = 1;\nexport const b = 1;\nexport type b = 2;\nexport class C {}',
    'a.ts',
  );
  expect(code).toContain('export const A=void 0,B=void 0;');
});

test.each([
  ['import x from "y";', 1],
  ['// c\nimport "y";', 2],
  ['\n\nexport { a } from "y";', 3],
  ['export * from "y";', 1],
  ['let a;import { x } from "y"', 1],
  ['const x = await import("y");', undefined],
  ['import("y");', undefined],
  ['export { a };', undefined],
  ['const importer = 1;', undefined],
  ['import.meta.url;', undefined],
])('the first static import of %j', (code, line) => {
  expect(firstStaticImport(code)).toBe(line);
});
