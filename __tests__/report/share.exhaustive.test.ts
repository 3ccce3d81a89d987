// Many jobs that share one comment.
import { readComment, renderComment } from '../../src/report/comment.ts';
import { shareRow } from '../../src/report/pull-request.ts';
import { VirtualClock } from './clock.ts';
import { comment, names, orders, Pull, row, site, together } from './pull.ts';

test('twelve jobs on the comment of the run before, in 10 orders', async () => {
  for (const pull of orders(10)) {
    pull.comments.push(
      comment(
        7,
        renderComment(
          names(12).map(name => row(name, { run: 99 })),
          site,
        ),
      ),
    );
    await together(pull, names(12));
    expect(pull.rows()).toEqual(names(12).map(name => row(name)));
  }
});

test('forty jobs that start within ten seconds', async () => {
  for (const pull of orders(4)) {
    const { settled } = await together(pull, names(40), 10_000);
    expect(settled).toEqual(Array(40).fill(true));
    expect(pull.stages()).toEqual(names(40));
  }
});

test('somebody who never stops writing is not waited for', async () => {
  const clock = new VirtualClock();
  const pull = new Pull(clock, () => 10);
  const busy = async () => {
    for (let n = 0; n < 200; n++) {
      await clock.sleep(300);
      const { id = 0, body = '' } = pull.comments[0] ?? {};
      const rows = readComment(body) ?? [];
      if (id) pull.comments[0] = comment(id, renderComment([...rows, row(`other-${n}`)], site));
    }
  };
  const share = shareRow(row('mine'), site, pull.api(), clock);
  let ended = 0;
  share.then(() => {
    ended = clock.now();
  });
  await clock.run(Promise.all([busy(), share]));
  expect(await share).toBe(true);
  expect(ended).toBeLessThan(15_000);
});
