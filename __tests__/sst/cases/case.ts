/** The source of SST's credentials, or none. */
export type Uses =
  /** The keys in the environment: those that the step exports. */
  | 'exported'
  /** Keys of a .env file. */
  | 'keys'
  | { readonly profile: string }
  /** SST does not initialise AWS. */
  | 'nothing'
  /** SST stops before it initialises anything. */
  | 'refused';

export interface Case {
  readonly name: string;
  /** By the path in the project. */
  readonly files: Readonly<Record<string, string>>;
  /** The job's variables, in addition to CI and GITHUB_ACTIONS. */
  readonly env?: Readonly<Record<string, string>>;
  /** The folder in which `sst` runs, from the project's folder. */
  readonly cwd?: string;
  /** The input `sst-config`, and SST's `--config`. */
  readonly config?: string;
  /** The input `stage`, exported as SST_STAGE; `production` if it is not given, none if it is ''. */
  readonly stage?: string;
  /** `~/.aws/config`. */
  readonly awsConfig?: string;
  readonly uses: Uses;
  readonly region?: string;
  readonly app?: string;
  /** Stages other than the input. */
  readonly settles?: string;
  readonly assumes?: readonly string[];
  /** Set if the guard cannot know it, and says so. */
  readonly guard?: 'not checked';
  /** The title of a warning that the guard gives. */
  readonly warns?: string;
  /** The differences of older versions of SST, by version. */
  readonly older?: Partial<Record<OlderVersion, Partial<Pick<Case, 'uses' | 'assumes' | 'warns'>>>>;
}

/** The older versions of SST that run the table. */
export const OLDER_VERSIONS = ['3.19.3', '4.1.8', '4.5.12'] as const;
export type OlderVersion = (typeof OLDER_VERSIONS)[number];

/** The case for that version of SST, with the differences in `older`. */
export function asOf(version: OlderVersion, { older, ...expected }: Case): Case {
  const { warns: _, ...common } = expected;
  const differs = older?.[version];
  return differs ? { ...common, ...differs } : expected;
}

/** A config whose `providers.aws` is this code. */
export function withAws(aws: string, before = ''): string {
  return `/// <reference path="./.sst/platform/config.d.ts" />
${before}
export default $config({
  app(input) {
    return {
      name: "shop",
      home: "aws",
      providers: { aws: ${aws} },
    };
  },
  async run() {},
});
`;
}

/** A config whose `app()` has this body. */
export function withBody(body: string, head = 'async app(input)', before = ''): string {
  return `${before}
export default $config({
  ${head} {
    ${body}
  },
  async run() {},
});
`;
}

export const config = (aws: string, before = '') => ({ 'sst.config.ts': withAws(aws, before) });
export const body = (text: string, head?: string, before?: string) => ({
  'sst.config.ts': withBody(text, head, before),
});
export const returning = (aws: string) => `return { name: "shop", home: "aws", providers: { aws: ${aws} } };`;
export const staging = { profile: 'staging' } as const;
