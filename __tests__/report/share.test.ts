// Jobs that share one comment, on a clock that the test moves.
import { readComment, renderComment } from '../../src/report/comment.ts';
import { shareRow, WINDOW } from '../../src/report/pull-request.ts';
import { VirtualClock } from './clock.ts';
import { comment, names, orders, Pull, row, site, together } from './pull.ts';

test('a job alone creates the comment with its row, and looks once more', async () => {
  const pull = new Pull(new VirtualClock());
  expect((await together(pull, ['production'])).settled).toEqual([true]);
  expect(pull.stages()).toEqual(['production']);
  expect([pull.created, pull.updates]).toEqual([1, 0]);
});

test('a comment that is there is updated once, and its other rows stay', async () => {
  const pull = new Pull(new VirtualClock());
  pull.comments.push(comment(7, renderComment([row('demo'), row('production', { run: 99 })], site)));
  pull.comments.unshift(comment(3, 'Nice work!'));
  await together(pull, ['production']);
  expect(pull.comments).toHaveLength(2);
  expect(pull.comments[0]?.body).toBe('Nice work!');
  expect(readComment(pull.comments[1]?.body ?? '')).toEqual([row('demo'), row('production')]);
  expect([pull.created, pull.updates]).toEqual([0, 1]);
});

test('twelve jobs at once: one table, twelve rows, in 25 orders', async () => {
  let created = 0;
  for (const pull of orders(25)) {
    const { settled, ended } = await together(pull, names(12));
    expect(settled).toEqual(Array(12).fill(true));
    expect(pull.stages()).toEqual(names(12));
    expect(ended).toBeLessThan(45_000);
    created += pull.created;
  }
  // In most cases, one job creates the comment.
  expect(created).toBeLessThan(50);
});

test('of two comments made at once the older one gets the rows of both, and the other a link to it', async () => {
  const pull = new Pull(new VirtualClock());
  pull.comments.push(comment(9, renderComment([row('b')], site)));
  pull.comments.push(comment(8, renderComment([row('a')], site)));
  await together(pull, ['c']);
  expect(pull.comments.map(({ id }) => id)).toEqual([9, 8]);
  expect(pull.stages()).toEqual(['a', 'b', 'c']);
});

test('a job that wrote what it had read before is found out, and the row put back', async () => {
  const clock = new VirtualClock();
  const pull = new Pull(clock, () => 10);
  pull.comments.push(comment(7, renderComment([row('old')], site)));
  const careless = async () => {
    const read = pull.comments[0]?.body ?? '';
    await clock.sleep(WINDOW * 0.9);
    pull.comments[0] = comment(7, read);
  };
  await clock.run(Promise.all([careless(), shareRow(row('new'), site, pull.api(), clock)]));
  expect(pull.stages()).toEqual(['new', 'old']);
});

test('a job of an older run, ending late, leaves the newer row', async () => {
  const pull = new Pull(new VirtualClock());
  pull.comments.push(comment(7, renderComment([row('production', { run: 101 })], site)));
  const { settled } = await together(pull, ['production']);
  expect(settled).toEqual([true]);
  expect(pull.rows()).toEqual([row('production', { run: 101 })]);
  expect(pull.updates).toBe(0);
});

test('a comment that a person deletes meanwhile is made anew', async () => {
  const clock = new VirtualClock();
  const pull = new Pull(clock, () => 10);
  pull.comments.push(comment(7, renderComment([row('old')], site)));
  const person = async () => {
    await clock.sleep(500);
    pull.comments = [];
  };
  await clock.run(Promise.all([person(), shareRow(row('new'), site, pull.api(), clock)]));
  expect(pull.stages()).toEqual(['new', 'old']);
});

test('a list that lags behind: the job creates one comment, and says in the end that it was not listed', async () => {
  const pull = new Pull(new VirtualClock());
  const api = { ...pull.api(), list: async () => [] };
  await expect(pull.clock.run(shareRow(row('mine'), site, api, pull.clock))).rejects.toThrow('does not list');
  expect(pull.created).toBe(1);
});

test('if the row is lost again and again, the job says so in the end', async () => {
  const clock = new VirtualClock();
  const pull = new Pull(clock, () => 10);
  const hostile = async () => {
    for (let n = 0; n < 200; n++) {
      await clock.sleep(300);
      pull.comments = [comment(7, renderComment([], site))];
    }
  };
  const share = shareRow(row('mine'), site, pull.api(), clock);
  await clock.run(Promise.all([hostile(), share]));
  expect(await share).toBe(false);
});
