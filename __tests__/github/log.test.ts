import { openLog } from '../../src/github/log.ts';

/** Collects the lines that would be printed, in order. */
function recorder() {
  const lines: string[] = [];
  return {
    lines,
    info: (line: string) => lines.push(line),
    debug: (line: string) => lines.push(`debug: ${line}`),
    startGroup: (title: string) => lines.push(`[${title}`),
    endGroup: () => lines.push(']'),
  };
}

test('sections that write at once are printed one after the other, in the order of their titles', () => {
  const printer = recorder();
  const [first, second, third] = openLog(printer, ['one', 'two', 'three']);
  third.info('c1');
  second.info('b1');
  first.info('a1');
  second.debug('b2');
  second.end();
  third.end();
  first.info('a2');
  first.end();
  expect(printer.lines).toEqual([
    '[one',
    'a1',
    'a2',
    ']',
    '[two',
    'b1',
    'debug: b2',
    ']',
    '[three',
    'c1',
    ']',
  ]);
});

test('the section whose turn it is prints at once', () => {
  const printer = recorder();
  const [first, second] = openLog(printer, ['one', 'two']);
  first.info('waiting for AWS');
  expect(printer.lines).toEqual(['[one', 'waiting for AWS']);
  first.end();
  second.info('now');
  expect(printer.lines.slice(2)).toEqual([']', '[two', 'now']);
});

test('a section with nothing to say leaves no group, and passes its turn on', () => {
  const printer = recorder();
  const [first, second, third] = openLog(printer, ['one', 'two', 'three']);
  second.end();
  third.info('c');
  first.end();
  third.end();
  expect(printer.lines).toEqual(['[three', 'c', ']']);
});

test('what comes after the end, and a second end, change nothing', () => {
  const printer = recorder();
  const [first, second] = openLog(printer, ['one', 'two']);
  first.info('a');
  first.end();
  first.info('late');
  first.end();
  second.info('b');
  expect(printer.lines).toEqual(['[one', 'a', ']', '[two', 'b']);
});
