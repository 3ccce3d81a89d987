import type { CommentApi, OwnComment } from '../../src/github/comments.ts';
import { type Row, readComment, renderComment } from '../../src/report/comment.ts';
import { shareRow, WINDOW } from '../../src/report/share.ts';
import { VirtualClock } from './clock.ts';

const site = { server: 'https://github.com', repository: 'acme/shop' };

const comment = (id: number, body: string): OwnComment => ({
  id,
  body,
  address: `https://github.com/acme/shop/pull/7#issuecomment-${id}`,
});

function row(stage: string, more: Partial<Row> = {}): Row {
  return {
    app: 'shop',
    stage,
    region: 'us-east-1',
    stopped: '',
    account: '',
    bootstrap: '',
    state: '',
    profile: 'none',
    run: 100,
    attempt: 1,
    sha: 'abc1234',
    at: 1,
    ...more,
  };
}

/** GitHub as these jobs see it: each request takes time in both directions, and the last write replaces the others. */
class Pull {
  comments: OwnComment[] = [];
  created = 0;
  updates = 0;
  readonly clock: VirtualClock;
  readonly latency: () => number;

  constructor(clock: VirtualClock, latency: () => number = () => 40 + clock.random() * 160) {
    this.clock = clock;
    this.latency = latency;
  }

  /** One job's view of it. */
  api(): CommentApi {
    const carriedOut = async <T>(effect: () => T): Promise<T> => {
      await this.clock.sleep(this.latency());
      const result = effect();
      await this.clock.sleep(this.latency());
      return result;
    };
    return {
      list: () =>
        carriedOut(() => this.comments.map(comment => ({ ...comment })).sort((a, b) => a.id - b.id)),
      create: body =>
        carriedOut(() => {
          this.created++;
          this.comments.push(comment(1000 + this.created, body));
        }),
      update: (id, body) =>
        carriedOut(() => {
          const index = this.comments.findIndex(one => one.id === id);
          if (index < 0) return;
          this.updates++;
          this.comments[index] = comment(id, body);
        }),
    };
  }

  /** The rows of the only comment with rows. Every other comment of ours is a link to it. */
  rows(): readonly Row[] {
    const tables = this.comments.filter(({ body }) => readComment(body) !== undefined);
    expect(tables).toHaveLength(1);
    for (const { body } of this.comments.filter(one => !tables.includes(one)))
      if (body !== 'Nice work!') expect(body).toContain(`](${tables[0]?.address})`);
    return readComment(tables[0]?.body ?? '') ?? [];
  }

  stages(): string[] {
    return this.rows().map(({ stage }) => stage);
  }
}

const names = (count: number) =>
  Array.from({ length: count }, (_, n) => `stage-${String(n).padStart(3, '0')}`);

async function together(
  pull: Pull,
  stages: string[],
  spread = 0,
): Promise<{ settled: boolean[]; ended: number }> {
  const { clock } = pull;
  const settled = await clock.run(
    Promise.all(
      stages.map(async stage => {
        await clock.sleep(clock.random() * spread);
        return shareRow(row(stage), site, pull.api(), clock);
      }),
    ),
  );
  return { settled, ended: clock.now() };
}

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

// Each seed is another order in which the requests arrive.
const orders = (count: number) =>
  Array.from({ length: count }, (_, seed) => new Pull(new VirtualClock(seed)));

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
