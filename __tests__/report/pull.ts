// GitHub as the jobs see it that share a comment, and runs of such jobs.
import type { CommentApi, OwnComment } from '../../src/github/comments.ts';
import { type Row, readComment } from '../../src/report/comment.ts';
import { shareRow } from '../../src/report/pull-request.ts';
import { VirtualClock } from './clock.ts';

export const site = { server: 'https://github.com', repository: 'acme/shop' };

export const comment = (id: number, body: string): OwnComment => ({
  id,
  body,
  address: `https://github.com/acme/shop/pull/7#issuecomment-${id}`,
});

export function row(stage: string, more: Partial<Row> = {}): Row {
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
export class Pull {
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

export const names = (count: number) =>
  Array.from({ length: count }, (_, n) => `stage-${String(n).padStart(3, '0')}`);

export async function together(
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

// Each seed is another order in which the requests arrive.
export const orders = (count: number) =>
  Array.from({ length: count }, (_, seed) => new Pull(new VirtualClock(seed)));
