import { plain } from './text.ts';

/** Where in the user's repository something stands: a path, and line and column counted from 1. */
export interface Place {
  /** Relative to the workspace where it lies inside it, as GitHub's annotations want it; else absolute. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** What a person is told when a check does not pass. The texts are made in each feature's `messages.ts`. */
export interface Problem {
  /** The annotation's title: a few words, no full stop. */
  readonly title: string;
  /** What is wrong, and where, in whole sentences. */
  readonly what: string;
  /** What to write or do instead; lines of their own. */
  readonly next?: string;
  readonly place?: Place;
}

/** The reason why the step stops: one of these becomes the step's one `::error`. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly problem: Problem;

  /** @param problem what to say; @param cause the error underneath, shown under debug only. */
  constructor(problem: Problem, cause?: unknown) {
    super(problemText(problem), cause === undefined ? undefined : { cause });
    this.problem = problem;
  }
}

/** The problem as one text, on lines of their own: what is wrong, where (GitHub's log shows no annotation's place), the fix. */
export function problemText({ what, place, next }: Problem): string {
  return [what, place && `Where: ${placeText(place)}`, next].filter(Boolean).join('\n');
}

/** The place as editors and terminals take it: `sst.config.ts:7:9`. */
export function placeText({ file, line, column }: Place): string {
  return [plain(file), line, column].filter(part => part !== undefined).join(':');
}
