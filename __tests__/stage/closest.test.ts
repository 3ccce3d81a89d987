import { closestFirst } from '../../src/stage/messages.ts';

test('the likeliest typo first, the rest in their order', () => {
  const names = ['alice', 'dev', 'pr-12', 'production', 'staging'];
  expect(closestFirst(names, 'prodution')[0]).toBe('production');
  expect(closestFirst(names, 'Staging')[0]).toBe('staging');
  expect(closestFirst(names, 'pr-2')[0]).toBe('pr-12');
  expect(closestFirst(['b', 'a'], 'c')).toEqual(['b', 'a']);
  expect(closestFirst([], 'c')).toEqual([]);
});
