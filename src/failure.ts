import { plain } from './text.ts';

/** A place in the user's repository: a path, and line and column counted from 1. */
export interface Place {
  /** Relative to the workspace if it is inside, as GitHub's annotations want it; else absolute. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** What a person is told if a check does not pass. The texts are made in each feature's `messages.ts`. */
export interface Problem {
  /** The annotation's title: a few words, no full stop. */
  readonly title: string;
  /** What is wrong, and in which place, in whole sentences. */
  readonly what: string;
  readonly next?: string;
  readonly place?: Place;
}

/** The last sentence about a step that stops: all or nothing. */
export const NOTHING_EXPORTED = 'Nothing was exported.';

/** The reason why the step stops: one of these becomes the step's one `::error`. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly problem: Problem;

  /** @param cause the error underneath, shown under debug only. */
  constructor(problem: Problem, cause?: unknown) {
    super(problemText(problem), cause === undefined ? undefined : { cause });
    this.problem = problem;
  }
}

/** The problem as one text, on lines of their own: what is wrong, where (GitHub's log shows no annotation's place), the fix. */
export function problemText({ what, place, next }: Pick<Problem, 'what' | 'place' | 'next'>): string {
  return [what, place && `Where: ${placeText(place)}`, next].filter(Boolean).join('\n');
}

/** The place as editors and terminals take it: `sst.config.ts:7:9`. */
export function placeText({ file, line, column }: Place): string {
  return [plain(file), line, column].filter(part => part !== undefined).join(':');
}

/** The problem behind any error: a Failure's own; every other error is a defect of this action. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Failure) return error.problem;
  return {
    title: 'Unexpected error',
    what: `${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}.`,
    next: 'This is a defect of sst-creds. Please report it: run the job again with debug logging and attach the log.',
  };
}
