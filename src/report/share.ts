import { type CommentSite, fitting, readComment, renderComment } from './comment.ts';
import { mergeRows, type Row } from './row.ts';

/** A comment on the pull request that an earlier run, or another job, of this action may have written. */
export interface OwnComment {
  readonly id: number;
  readonly body: string;
}

/**
 * What the sharing needs of GitHub. Reading may be tried again; writing must not: what is sent late was made from what
 * was read long ago. A write that did not come about answers false, and is made anew from a new look.
 */
export interface CommentApi {
  /** The comments of bots and of the token's owner, whoever else's marker stands in theirs. */
  list(): Promise<readonly OwnComment[]>;
  create(body: string): Promise<boolean>;
  update(id: number, body: string): Promise<boolean>;
  /** One that is not there any more is as good as removed. */
  remove(id: number): Promise<void>;
}

/** Time and chance, as a test wants them. */
export interface Clock {
  now(): number;
  sleep(milliseconds: number): Promise<void>;
  /** From 0 up to 1. */
  random(): number;
}

/**
 * The longest that a job takes from reading the comment to GitHub having carried out what it wrote, in milliseconds:
 * the assumption that the whole protocol rests on.
 */
export const WINDOW = 1_500;

/** After so many milliseconds a job stops watching over its row. */
export const PATIENCE = 45_000;

/** A row that stood in the comment at each look for so many windows is settled, though others still write. */
const LONG = 3;

/**
 * Puts the row into the pull request's one comment, which any number of jobs write to at once.
 *
 * GitHub has no compare-and-swap for comments: who writes what was read before another's write undoes that. So a job
 * reads, merges its row and all rows it has ever seen, writes, and then looks whether its row stays. It is done when
 * the comment has not changed for a WINDOW: whoever had read it without the row would have written within that time,
 * and all who read it now carry the row on. Where others keep writing, it is done when the row stood there at each look
 * for three windows. Of several comments, made at the same moment, the oldest (the lowest id) is the one; the others'
 * rows are merged into it before they are removed.
 *
 * @returns whether the row is known to stay; false when that could not be seen within PATIENCE.
 * @throws what the API throws.
 */
export async function shareRow(row: Row, site: CommentSite, api: CommentApi, clock: Clock): Promise<boolean> {
  const sharing = new Sharing(row, site, api, clock);
  const deadline = clock.now() + PATIENCE;
  while (clock.now() < deadline) if (await sharing.look()) return true;
  return false;
}

/** One of our comments, read. */
interface Found {
  readonly id: number;
  readonly write: string;
  readonly rows: readonly Row[];
}

class Sharing {
  readonly #row: Row;
  readonly #site: CommentSite;
  readonly #api: CommentApi;
  readonly #clock: Clock;
  /** Every row seen so far, and our own. */
  #known: readonly Row[];
  /** Which write the comment was last seen to be, and since when. */
  #last: { readonly write: string; readonly since: number } | undefined;
  /** Since when our row was in the comment at each look. */
  #standing: number | undefined;
  #mayCreate = false;

  constructor(row: Row, site: CommentSite, api: CommentApi, clock: Clock) {
    this.#row = row;
    this.#known = [row];
    this.#site = site;
    this.#api = api;
    this.#clock = clock;
  }

  /** Looks, and does what is to be done about it; true when there is nothing left. */
  async look(): Promise<boolean> {
    const asked = this.#clock.now();
    const [first, ...others] = await this.#ownComments();
    if (!first) {
      await this.#create();
      return false;
    }
    this.#known = mergeRows(this.#known, first.rows, ...others.map(other => other.rows));
    const wanted = [this.#row, ...others.flatMap(other => other.rows)];
    if (wanted.every(row => stands(row, first.rows, this.#site))) return this.#settled(first, others, asked);
    // An answer that was long under way is stale by now: what it would make us write could undo another's row.
    if (this.#clock.now() - asked <= WINDOW / 2) await this.#write(body => this.#api.update(first.id, body));
    return false;
  }

  /**
   * Every comment that is created sends mail to whoever follows the pull request: jobs that start together spread out
   * and look again, so that mostly one of them creates it.
   */
  async #create(): Promise<void> {
    this.#mayCreate = !this.#mayCreate;
    if (this.#mayCreate) await this.#wait(0, WINDOW);
    else await this.#write(body => this.#api.create(body));
  }

  async #write(send: (body: string) => Promise<boolean>): Promise<void> {
    this.#standing = undefined;
    this.#last = undefined;
    const write = Math.floor(this.#clock.random() * 2 ** 48).toString(16);
    if (!(await send(renderComment(this.#known, write, this.#site)))) return;
    this.#last = { write, since: this.#clock.now() };
    await this.#wait(WINDOW, 2 * WINDOW);
  }

  /** All rows are in the first comment, as it was when `asked`: do they stay there? */
  async #settled(first: Found, others: readonly Found[], asked: number): Promise<boolean> {
    for (const other of others) await this.#api.remove(other.id);
    this.#standing ??= asked;
    if (asked - this.#standing >= LONG * WINDOW) return true;
    if (this.#last?.write !== first.write) this.#last = { write: first.write, since: this.#clock.now() };
    else if (asked - this.#last.since >= WINDOW) return true;
    await this.#wait(WINDOW, 1.5 * WINDOW);
    return false;
  }

  async #ownComments(): Promise<Found[]> {
    const comments = await this.#api.list();
    return comments
      .flatMap(({ id, body }) => {
        const read = readComment(body);
        return read ? [{ id, ...read }] : [];
      })
      .sort((a, b) => a.id - b.id);
  }

  #wait(least: number, most: number): Promise<void> {
    return this.#clock.sleep(least + this.#clock.random() * (most - least));
  }
}

/**
 * Whether writing the row would change nothing: the same row is among them, or a newer one in its place, or the comment
 * is too full of newer ones for it.
 */
function stands(row: Row, rows: readonly Row[], site: CommentSite): boolean {
  // Of equal rows the first stays: the row itself comes out only where it is news.
  return !fitting([...rows, row], site).includes(row);
}
