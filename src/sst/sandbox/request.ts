import type { ModuleLimits, SourcePlace } from '../../interpreter/source-files.ts';

/** What an evaluation can use at most. */
export interface Limits extends ModuleLimits {
  readonly milliseconds: number;
  /** Of the interpreter's own memory. */
  readonly megabytes: number;
}

export const LIMITS: Limits = {
  milliseconds: 15_000,
  megabytes: 256,
  modules: 2_000,
  fileBytes: 10 * 2 ** 20,
};

// The messages of two errors that `evaluation-failure.ts` recognises.
export const NO_APP = 'the config has no default export with an app() function';
export const NEVER_SETTLES = 'it waits for a promise that never resolves';

/** What is evaluated. */
export interface SandboxRequest {
  /** Absolute path of the config. */
  readonly config: string;
  /** Absolute: the folder below which files can be read. */
  readonly workspace: string;
  /** Absolute paths in it that are refused all the same: the runner's folders. */
  readonly keptOut: readonly string[];
  /** Absolute: where `sst` will run. */
  readonly directory: string;
  readonly stage: string;
  readonly environment: Readonly<Record<string, string>>;
  /** The variables that have a placeholder, or that the next step might have; true if the value might be a word. */
  readonly hidden: ReadonlyMap<string, boolean>;
}

/** Something that the interpreter could not give to the config, or could not know: the verdict is "not checked". */
export interface Unchecked {
  /** Completes the sentence "The config …". */
  readonly what: string;
  /** The variable, file or function. */
  readonly name: string;
  readonly at?: SourcePlace;
}

/** What the config said. It can say anything here: it is data, no more. */
export type Answer =
  /** What `app()` returned, or what `config()` of an SST v2 project did. */
  | { readonly kind: 'app' | 'v2'; readonly json: string | null }
  | {
      readonly kind: 'error';
      readonly name: string;
      readonly message: string;
      readonly code?: string;
      /** The first place in a file of the project. */
      readonly at?: SourcePlace;
      /** The file that the interpreter could not parse. */
      readonly unparsed?: string;
    };

/** How an evaluation ended without an answer. */
export type Unanswered =
  | { readonly kind: 'out of time'; readonly milliseconds: number }
  /** A line of its output is too long for SST to read. */
  | { readonly kind: 'too long'; readonly characters: number }
  | { readonly kind: 'out of memory' }
  /** It ended before it answered: by `process.exit()`, or because the interpreter broke. */
  | { readonly kind: 'ended'; readonly code: number | null };

/** An answer, and what was noted on the way to it. */
export type SandboxAnswer = Answer & {
  /** Files of the project that were loaded, the config first. */
  readonly files: readonly string[];
  /** The line (from 1) of the config's first static import of a value. */
  readonly staticImport?: number;
  readonly unchecked: readonly Unchecked[];
};

export type Evaluation = SandboxAnswer | Unanswered;
