// In every Markdown file, each relative link and picture leads to a file, and each anchor to a heading.
import { brokenBecause, PAGES, prose, read } from './links.ts';

test.each(PAGES)('every link in %s leads somewhere', page => {
  const text = prose(read(page));
  const links = [
    ...[...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link),
    ...[...text.matchAll(/^\[[^\]]+\]: (\S+)/gm)].map(([, link = '']) => link),
    ...[...text.matchAll(/(?:src|srcset|href)="([^"]+)"/g)].map(([, link = '']) => link),
  ];
  const broken = links.flatMap(link => {
    const why = brokenBecause(link, page);
    return why === undefined ? [] : [`${link}: ${why}`];
  });
  expect(broken).toEqual([]);
});

test('the README leads to every page of docs/', () => {
  const readme = read('README.md');
  const pages = PAGES.filter(page => page.startsWith('docs/'));
  expect(pages.length).toBeGreaterThan(5);
  expect(pages.filter(page => !readme.includes(`(${page}`))).toEqual([]);
});
