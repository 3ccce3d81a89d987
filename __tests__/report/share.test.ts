import { readComment, renderComment } from '../../src/report/comment.ts';
import type { Row } from '../../src/report/row.ts';
import { type CommentApi, type OwnComment, shareRow, WINDOW } from '../../src/report/share.ts';
import { VirtualClock } from './clock.ts';

const site = { server: 'https://github.com', repository: 'acme/shop' };

function row(stage: string, more: Partial<Row> = {}): Row {
  return {
    app: 'shop',
    stage,
    region: 'us-east-1',
    outcome: 'ready',
    profile: 'none',
    run: 100,
    attempt: 1,
    sha: 'abc1234',
    at: 1,
    ...more,
  };
}

/** GitHub as it is to these jobs: each request takes time both ways, and what arrives last stands. */
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
      list: () => carriedOut(() => this.comments.map(comment => ({ ...comment }))),
      create: body =>
        carriedOut(() => {
          this.created++;
          this.comments.push({ id: 1000 + this.created, body });
          return true;
        }),
      update: (id, body) =>
        carriedOut(() => {
          const index = this.comments.findIndex(comment => comment.id === id);
          if (index < 0) return false;
          this.updates++;
          this.comments[index] = { id, body };
          return true;
        }),
      remove: id =>
        carriedOut(() => {
          this.comments = this.comments.filter(comment => comment.id !== id);
        }),
    };
  }

  rows(): readonly Row[] {
    expect(this.comments).toHaveLength(1);
    return readComment(this.comments[0]?.body ?? '')?.rows ?? [];
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
  pull.comments.push({
    id: 7,
    body: renderComment([row('demo'), row('production', { run: 99 })], 'aa', site),
  });
  pull.comments.unshift({ id: 3, body: 'Nice work!' });
  await together(pull, ['production']);
  expect(pull.comments).toHaveLength(2);
  expect(pull.comments[0]?.body).toBe('Nice work!');
  expect(readComment(pull.comments[1]?.body ?? '')?.rows).toEqual([row('demo'), row('production')]);
  expect([pull.created, pull.updates]).toEqual([0, 1]);
});

// The seeds are of no meaning; each is another order in which the requests arrive.
const orders = (count: number) =>
  Array.from({ length: count }, (_, seed) => new Pull(new VirtualClock(seed)));

test('twelve jobs at once: one comment, twelve rows, in 25 orders', async () => {
  for (const pull of orders(25)) {
    const { settled, ended } = await together(pull, names(12));
    expect(settled).toEqual(Array(12).fill(true));
    expect(pull.stages()).toEqual(names(12));
    expect(ended).toBeLessThan(30_000);
  }
});

test('twelve jobs on the comment of the run before, in 10 orders', async () => {
  for (const pull of orders(10)) {
    pull.comments.push({
      id: 7,
      body: renderComment(
        names(12).map(name => row(name, { run: 99 })),
        'aa',
        site,
      ),
    });
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

test('of two comments made at once the older one stays, with the rows of both', async () => {
  const pull = new Pull(new VirtualClock());
  pull.comments.push({ id: 9, body: renderComment([row('b')], 'bb', site) });
  pull.comments.push({ id: 8, body: renderComment([row('a')], 'aa', site) });
  await together(pull, ['c']);
  expect(pull.comments.map(({ id }) => id)).toEqual([8]);
  expect(pull.stages()).toEqual(['a', 'b', 'c']);
});

test('a job that wrote what it had read before is found out, and the row put back', async () => {
  const clock = new VirtualClock();
  const pull = new Pull(clock, () => 10);
  pull.comments.push({ id: 7, body: renderComment([row('old')], 'aa', site) });
  const careless = async () => {
    const read = pull.comments[0]?.body ?? '';
    await clock.sleep(WINDOW * 0.9);
    pull.comments[0] = { id: 7, body: read };
  };
  await clock.run(Promise.all([careless(), shareRow(row('new'), site, pull.api(), clock)]));
  expect(pull.stages()).toEqual(['new', 'old']);
});

test('a job of an older run, ending late, leaves the newer row', async () => {
  const pull = new Pull(new VirtualClock());
  pull.comments.push({ id: 7, body: renderComment([row('production', { run: 101 })], 'aa', site) });
  const { settled } = await together(pull, ['production']);
  expect(settled).toEqual([true]);
  expect(pull.rows()).toEqual([row('production', { run: 101 })]);
  expect(pull.updates).toBe(0);
});

test('a comment that a person deletes meanwhile is made anew', async () => {
  const clock = new VirtualClock();
  const pull = new Pull(clock, () => 10);
  pull.comments.push({ id: 7, body: renderComment([row('old')], 'aa', site) });
  const person = async () => {
    await clock.sleep(500);
    pull.comments = [];
  };
  await clock.run(Promise.all([person(), shareRow(row('new'), site, pull.api(), clock)]));
  expect(pull.stages()).toEqual(['new', 'old']);
});

test('somebody who never stops writing is not waited for', async () => {
  const clock = new VirtualClock();
  const pull = new Pull(clock, () => 10);
  const busy = async () => {
    for (let n = 0; n < 200; n++) {
      await clock.sleep(300);
      const { id = 0, body = '' } = pull.comments[0] ?? {};
      const rows = readComment(body)?.rows ?? [];
      if (id)
        pull.comments[0] = { id, body: renderComment([...rows, row(`other-${n}`)], n.toString(16), site) };
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

test('where the row is lost again and again, the job says so in the end', async () => {
  const clock = new VirtualClock();
  const pull = new Pull(clock, () => 10);
  const hostile = async () => {
    for (let n = 0; n < 200; n++) {
      await clock.sleep(300);
      pull.comments = [{ id: 7, body: renderComment([], 'ff', site) }];
    }
  };
  const share = shareRow(row('mine'), site, pull.api(), clock);
  await clock.run(Promise.all([hostile(), share]));
  expect(await share).toBe(false);
});
