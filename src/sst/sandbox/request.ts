/** What the child is told, as JSON on its standard input. */
export interface SandboxRequest {
  /** Absolute path of the config. */
  readonly config: string;
  /** Absolute: the repository's root, above which no tsconfig.json is looked for. */
  readonly root: string;
  /** What was granted to be read. */
  readonly readable: readonly string[];
  readonly stage: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** What the child answers, as JSON on its fourth descriptor. The config can say anything here: it is data, no more. */
export type SandboxAnswer = (
  | { readonly kind: 'app'; readonly json: string | null }
  /** The default export of an SST v2 project, and what its `config()` returned. */
  | { readonly kind: 'v2'; readonly json: string | null }
  | {
      readonly kind: 'error';
      readonly name: string;
      readonly message: string;
      readonly code?: string;
      readonly stack?: string;
    }
) & {
  /** Files of the project that were loaded, the config first. */
  readonly files: readonly string[];
  /** The line (from 1) of the config's first static import of a value. */
  readonly staticImport?: number;
};
