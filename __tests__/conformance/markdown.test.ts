// No value can leave its place in the summary and the comment. A library renders the Markdown, with GitHub's tables.
import { createRequire } from 'node:module';
import path from 'node:path';
import { Random } from '../../scripts/fuzz/random.ts';
import { code, link, prose, proseWithCode, table } from '../../src/report/markdown.ts';

const require = createRequire(path.resolve('.cache/screenshots/node_modules/x.js'));
const { marked } = require('marked') as { marked: { parse(text: string): string } };

const PIECES = [
  ...'`*_[]()<>#|~&\\!-+=\'"@:/ \n\r\t.1a'.split(''),
  '``',
  '```',
  '<h3>',
  '</code>',
  '<!--',
  '-->',
  '&lt;',
  '&#96;',
  '](javascript:x)',
  '| --- |',
  '\n\n',
  '\n> ',
];

/** The tags in the HTML, in their order. */
const tags = (html: string) => [...html.matchAll(/<\/?([a-z][a-z0-9]*)/g)].map(([, tag]) => tag);

test('2,000 values of special characters: as code, as prose, in a cell, in a link', () => {
  const random = new Random(18);
  for (let n = 0; n < 2_000; n++) {
    const value = Array.from({ length: 1 + random.below(8) }, () => random.one(PIECES)).join('');
    const around = (text: string) => `x ${text} y\n\nz`;
    const shown = JSON.stringify(value);
    const inCode = tags(marked.parse(around(code(value)))).filter(tag => tag !== 'code' && tag !== 'p');
    expect({ shown, inCode }).toEqual({ shown, inCode: [] });
    for (const text of [prose(value), proseWithCode(value), proseWithCode(`a \`${value}\` b`)]) {
      const found = tags(marked.parse(around(text))).filter(
        tag => !['p', 'code', 'br'].includes(String(tag)),
      );
      expect({ shown, found }).toEqual({ shown, found: [] });
    }
    const rows = [[code(value), prose(value), proseWithCode(`\`${value}\``), link(code('x'), value)]];
    const cells = tags(marked.parse(table(['a', 'b', 'c', 'd'], rows))).filter(tag => tag === 'td');
    expect({ shown, cells: cells.length }).toEqual({ shown, cells: 8 });
  }
});
