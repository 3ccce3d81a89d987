// Projects, and what SST 4.17.1 makes of each. `cases.test.ts` holds the guard to it, and
// `../conformance/sst-cli.test.ts` the real CLI: neither side is this project's word alone.

/** What SST takes its credentials from, or that it takes none. */
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
  /** What the job has besides CI and GITHUB_ACTIONS. */
  readonly env?: Readonly<Record<string, string>>;
  /** Where `sst` runs, from the project's folder. */
  readonly cwd?: string;
  /** The input `stage`, exported as SST_STAGE; `production` where it is not given, none where it is ''. */
  readonly stage?: string;
  /** `~/.aws/config`. */
  readonly awsConfig?: string;
  readonly uses: Uses;
  readonly region?: string;
  readonly app?: string;
  /** Stages other than the input. */
  readonly settles?: string;
  readonly assumes?: readonly string[];
  /** A warning that the guard gives; where SST refuses, the guard warns only. */
  readonly warns?: string;
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

const config = (aws: string, before = '') => ({ 'sst.config.ts': withAws(aws, before) });
const body = (text: string, head?: string, before?: string) => ({
  'sst.config.ts': withBody(text, head, before),
});
const returning = (aws: string) => `return { name: "shop", home: "aws", providers: { aws: ${aws} } };`;
const staging = { profile: 'staging' } as const;

const PROFILES: Case[] = [
  { name: 'no profile anywhere', files: config('{}'), uses: 'exported' },
  { name: 'a literal', files: config('{ profile: "staging" }'), uses: staging },
  {
    name: 'a literal for this stage',
    files: config('{ profile: input.stage === "production" ? "staging" : undefined }'),
    uses: staging,
  },
  {
    name: 'a literal for another stage',
    files: config('{ profile: input.stage === "dev" ? "staging" : undefined }'),
    uses: 'exported',
  },
  {
    name: 'one for each stage',
    files: config('{ profile: input?.stage === "staging" ? "staging" : "default" }'),
    uses: { profile: 'default' },
  },
  {
    name: 'the GITHUB_ACTIONS idiom',
    files: config(
      '{ profile: process.env.GITHUB_ACTIONS ? undefined : input.stage === "production" ? "acme-production" : "acme-dev" }',
    ),
    uses: 'exported',
  },
  {
    name: 'the CI idiom',
    files: config('{ profile: process.env.CI ? undefined : "staging" }'),
    uses: 'exported',
  },
  {
    name: 'the idiom the wrong way round',
    files: config('{ profile: process.env.CI ? "staging" : undefined }'),
    uses: staging,
  },
  {
    name: 'a constant',
    files: config('{ profile: AWS_PROFILE }', 'const AWS_PROFILE = "staging";'),
    uses: staging,
  },
  { name: 'the short form', files: config('{ profile }', 'const profile = "staging";'), uses: staging },
  {
    name: 'process.env.AWS_PROFILE, not set',
    files: config('{ profile: process.env.AWS_PROFILE }'),
    uses: 'exported',
  },
  {
    name: 'process.env.AWS_PROFILE, set',
    files: config('{ profile: process.env.AWS_PROFILE }'),
    env: { AWS_PROFILE: 'staging' },
    uses: staging,
  },
  {
    name: 'a conditional spread that adds it',
    files: config('{ ...(local ? { profile: local } : {}) }', 'const local = process.env.LOCAL_PROFILE;'),
    env: { LOCAL_PROFILE: 'staging' },
    uses: staging,
  },
  {
    name: 'a conditional spread that does not',
    files: config('{ ...(local ? { profile: local } : {}) }', 'const local = process.env.LOCAL_PROFILE;'),
    uses: 'exported',
  },
  {
    name: 'the keys asked for',
    files: config('{ profile: process.env.AWS_ACCESS_KEY_ID ? undefined : "staging" }'),
    uses: 'exported',
  },
  {
    name: 'a region asked for that is not there',
    files: config('{ profile: process.env.AWS_REGION ? "staging" : undefined }'),
    uses: 'exported',
  },
  { name: 'an empty profile', files: config('{ profile: "" }'), uses: 'exported' },
  { name: 'an undefined profile', files: config('{ profile: undefined }'), uses: 'exported' },
  { name: 'a profile that does not exist', files: config('{ profile: "nope" }'), uses: { profile: 'nope' } },
  {
    name: 'a null profile',
    files: config('{ profile: process.env.CI ? null : "staging" }'),
    uses: 'refused',
  },
  { name: 'a profile that is a number', files: config('{ profile: 5 }'), uses: 'refused' },
  {
    name: 'a profile that is a number, not looked at',
    files: config('{ profile: 5 }'),
    env: { SST_AWS_NO_PROFILE: '1' },
    uses: 'exported',
  },
  {
    name: 'SST_AWS_NO_PROFILE',
    files: config('{ profile: "staging" }'),
    env: { SST_AWS_NO_PROFILE: '1' },
    uses: 'exported',
  },
  {
    name: 'SST_AWS_NO_PROFILE, any value',
    files: config('{ profile: "staging" }'),
    env: { SST_AWS_NO_PROFILE: 'false' },
    uses: 'exported',
  },
  {
    name: 'SST_AWS_NO_PROFILE, empty',
    files: config('{ profile: "staging" }'),
    env: { SST_AWS_NO_PROFILE: '' },
    uses: staging,
  },
  { name: 'AWS_PROFILE', files: config('{}'), env: { AWS_PROFILE: 'staging' }, uses: staging },
  {
    name: 'AWS_PROFILE over the config',
    files: config('{ profile: "default" }'),
    env: { AWS_PROFILE: 'staging' },
    uses: staging,
  },
  {
    name: 'AWS_PROFILE and SST_AWS_NO_PROFILE',
    files: config('{}'),
    env: { AWS_PROFILE: 'staging', SST_AWS_NO_PROFILE: '1' },
    uses: staging,
  },
  { name: 'AWS_PROFILE, empty', files: config('{}'), env: { AWS_PROFILE: '' }, uses: 'exported' },
  {
    name: 'AWS_DEFAULT_PROFILE',
    files: config('{}'),
    env: { AWS_DEFAULT_PROFILE: 'staging' },
    uses: 'exported',
  },
  {
    name: 'aws_profile in lower case',
    files: config('{}'),
    env: { aws_profile: 'staging' },
    uses: 'exported',
  },
];

const ENV_FILES: Case[] = [
  {
    name: '.env.<stage> with AWS_PROFILE',
    files: { ...config('{}'), '.env.production': 'AWS_PROFILE=staging\n' },
    uses: staging,
  },
  {
    name: '.env of another stage',
    files: { ...config('{}'), '.env.dev': 'AWS_PROFILE=staging\n' },
    uses: 'exported',
  },
  {
    name: '.env with AWS_PROFILE',
    files: { ...config('{}'), '.env': 'AWS_PROFILE=staging\n' },
    uses: staging,
  },
  {
    name: '.env with AWS_PROFILE, the environment with another',
    files: { ...config('{}'), '.env': 'AWS_PROFILE=staging\n' },
    env: { AWS_PROFILE: 'default' },
    uses: { profile: 'default' },
  },
  {
    name: '.env with AWS_PROFILE, the environment with an empty one',
    files: { ...config('{}'), '.env': 'AWS_PROFILE=staging\n' },
    env: { AWS_PROFILE: '' },
    uses: 'exported',
  },
  {
    name: '.env.<stage> that empties AWS_PROFILE',
    files: { ...config('{}'), '.env.production': 'AWS_PROFILE=\n' },
    env: { AWS_PROFILE: 'staging' },
    uses: 'exported',
  },
  {
    name: '.env.<stage> with keys',
    files: { ...config('{}'), '.env.production': 'AWS_ACCESS_KEY_ID=AKIAFILE\nAWS_SECRET_ACCESS_KEY=y\n' },
    uses: 'keys',
  },
  {
    name: '.env with keys',
    files: { ...config('{}'), '.env': 'AWS_ACCESS_KEY_ID=AKIAFILE\nAWS_SECRET_ACCESS_KEY=y\n' },
    uses: 'exported',
  },
  {
    name: '.env.<stage> with a region',
    files: { ...config('{}'), '.env.production': 'AWS_REGION=eu-central-1\n' },
    uses: 'exported',
    region: 'eu-central-1',
  },
  {
    name: '.env.<stage> with a region over the environment',
    files: { ...config('{}'), '.env.production': 'AWS_REGION=eu-central-1\n' },
    env: { AWS_REGION: 'us-west-2' },
    uses: 'exported',
    region: 'eu-central-1',
  },
  {
    name: '.env with a region, the environment with another',
    files: { ...config('{}'), '.env': 'AWS_REGION=eu-central-1\n' },
    env: { AWS_REGION: 'us-west-2' },
    uses: 'exported',
    region: 'us-west-2',
  },
  {
    name: '.env.<stage> with SST_AWS_NO_PROFILE',
    files: { ...config('{ profile: "staging" }'), '.env.production': 'SST_AWS_NO_PROFILE=1\n' },
    uses: 'exported',
  },
  {
    name: '.env with SST_AWS_NO_PROFILE',
    files: { ...config('{ profile: "staging" }'), '.env': 'SST_AWS_NO_PROFILE=1\n' },
    uses: 'exported',
  },
  {
    name: '.env.<stage> that empties SST_AWS_NO_PROFILE',
    files: { ...config('{ profile: "staging" }'), '.env.production': 'SST_AWS_NO_PROFILE=\n' },
    env: { SST_AWS_NO_PROFILE: '1' },
    uses: staging,
  },
  {
    name: 'app() sees .env.<stage>',
    files: { ...config('{ profile: process.env.WHO }'), '.env.production': 'WHO=staging\n' },
    uses: staging,
  },
  {
    name: 'app() sees .env of the working directory',
    files: { ...config('{ profile: process.env.WHO }'), '.env': 'WHO=staging\n' },
    uses: staging,
  },
  {
    name: 'app() does not see .env beside the config where that is another folder',
    files: { ...config('{ profile: process.env.WHO }'), '.env': 'WHO=staging\n', 'app/index.ts': '' },
    cwd: 'app',
    uses: 'exported',
  },
  {
    name: 'AWS_PROFILE in .env beside the config, run below',
    files: { ...config('{}'), '.env': 'AWS_PROFILE=staging\n', 'app/index.ts': '' },
    cwd: 'app',
    uses: staging,
  },
  {
    name: 'AWS_PROFILE in .env of the working directory',
    files: { ...config('{}'), 'app/.env': 'AWS_PROFILE=staging\n' },
    cwd: 'app',
    uses: staging,
  },
  {
    name: '.env.<stage> of the working directory is not read',
    files: { ...config('{}'), 'app/.env.production': 'AWS_PROFILE=staging\n' },
    cwd: 'app',
    uses: 'exported',
  },
  { name: 'a colon', files: { ...config('{}'), '.env': 'AWS_PROFILE: staging\n' }, uses: staging },
  {
    name: 'blanks around the sign',
    files: { ...config('{}'), '.env': 'AWS_PROFILE = staging\n' },
    uses: staging,
  },
  { name: 'export', files: { ...config('{}'), '.env': 'export AWS_PROFILE=staging\n' }, uses: staging },
  {
    name: 'expansion from the same file',
    files: { ...config('{}'), '.env': 'BASE=stag\nAWS_PROFILE=${BASE}ing\n' },
    uses: staging,
  },
  {
    name: 'no expansion from the environment',
    files: { ...config('{}'), '.env': 'AWS_PROFILE=${BASE}ing\n' },
    env: { BASE: 'stag' },
    uses: { profile: 'ing' },
  },
  {
    name: 'no expansion in single quotes',
    files: { ...config('{}'), '.env': "AWS_PROFILE='$HOME'\n" },
    uses: { profile: '$HOME' },
  },
  {
    name: 'a file that cannot be read as a whole',
    files: { ...config('{}'), '.env': 'AWS_PROFILE=staging\nnot a variable\n' },
    uses: 'exported',
  },
  {
    name: 'a file with a byte order mark',
    files: { ...config('{}'), '.env': '\ufeffAWS_PROFILE=staging\n' },
    uses: 'exported',
  },
  {
    name: 'a name with a hyphen',
    files: { ...config('{}'), '.env': 'MY-VAR=1\nAWS_PROFILE=staging\n' },
    uses: 'exported',
  },
  {
    name: 'a comment after the value',
    files: { ...config('{}'), '.env': 'AWS_PROFILE=staging # mine\n' },
    uses: staging,
  },
  {
    name: 'two comments after the value',
    files: { ...config('{}'), '.env': 'AWS_PROFILE=staging # a # b\n' },
    uses: { profile: 'staging # a' },
  },
  {
    name: 'Windows line ends',
    files: { ...config('{}'), '.env': 'A=1\r\nAWS_PROFILE=staging\r\n' },
    uses: staging,
  },
];

const REGIONS: Case[] = [
  {
    name: 'the config`s region',
    files: config('{ region: "eu-west-1" }'),
    env: { AWS_REGION: 'us-east-1' },
    uses: 'exported',
    region: 'eu-west-1',
  },
  {
    name: 'AWS_REGION',
    files: config('{}'),
    env: { AWS_REGION: 'us-west-2', AWS_DEFAULT_REGION: 'ap-south-1' },
    uses: 'exported',
    region: 'us-west-2',
  },
  {
    name: 'AWS_DEFAULT_REGION only',
    files: config('{}'),
    env: { AWS_DEFAULT_REGION: 'ap-south-1' },
    uses: 'exported',
    region: 'ap-south-1',
  },
  {
    name: 'an empty region',
    files: config('{ region: "" }'),
    env: { AWS_REGION: 'us-west-2' },
    uses: 'exported',
    region: 'us-west-2',
  },
  { name: 'a region that is a number', files: config('{ region: 5 }'), uses: 'exported' },
  {
    name: 'a region by stage',
    files: config('{ region: input.stage === "production" ? "eu-west-1" : "us-east-1" }'),
    uses: 'exported',
    region: 'eu-west-1',
  },
  {
    name: 'the AWS config file`s default profile',
    files: config('{}'),
    awsConfig: '[default]\nregion = eu-north-1\n',
    uses: 'exported',
    region: 'eu-north-1',
  },
  {
    name: 'AWS_DEFAULT_PROFILE`s region',
    files: config('{}'),
    env: { AWS_DEFAULT_PROFILE: 'staging' },
    awsConfig: '[profile staging]\nregion = eu-west-3\n',
    uses: 'exported',
    region: 'eu-west-3',
  },
  {
    name: 'the profile`s region',
    files: config('{ profile: "staging" }'),
    awsConfig: '[default]\nregion = eu-north-1\n[profile staging]\nregion = eu-west-3\n',
    uses: staging,
    region: 'eu-west-3',
  },
  {
    name: 'the environment`s region over the profile`s',
    files: config('{ profile: "staging" }'),
    env: { AWS_REGION: 'us-west-2' },
    awsConfig: '[profile staging]\nregion = eu-west-3\n',
    uses: staging,
    region: 'us-west-2',
  },
];

const HOMES: Case[] = [
  {
    name: 'aws as a version',
    files: body('return { name: "shop", home: "aws", providers: { aws: "7.20.0" } };'),
    uses: 'exported',
  },
  { name: 'no providers', files: body('return { name: "shop", home: "aws" };'), uses: 'exported' },
  {
    name: 'null for providers',
    files: body('return { name: "shop", home: "aws", providers: null };'),
    uses: 'exported',
  },
  {
    name: 'home local with aws',
    files: body(`return { name: "shop", home: "local", providers: { aws: { profile: "staging" } } };`),
    uses: staging,
  },
  { name: 'home local without aws', files: body('return { name: "shop", home: "local" };'), uses: 'nothing' },
  {
    name: 'home local without aws, AWS_PROFILE',
    files: body('return { name: "shop", home: "local" };'),
    env: { AWS_PROFILE: 'staging' },
    uses: 'nothing',
  },
  {
    name: 'aws beside providers',
    files: body('return { name: "shop", home: "aws", aws: { profile: "staging" } };'),
    uses: 'exported',
    warns: '`aws` outside of `providers`',
  },
  { name: 'true for aws', files: config('true'), uses: 'refused' },
  { name: 'null for aws', files: config('null'), uses: 'refused' },
  {
    name: 'a list for providers',
    files: body('return { name: "shop", home: "aws", providers: [] };'),
    uses: 'refused',
  },
  { name: 'no name', files: body('return { home: "aws" };'), uses: 'refused' },
  { name: 'a name that is a number', files: body('return { name: 5, home: "aws" };'), uses: 'refused' },
  {
    name: 'a name with an underscore',
    files: body('return { name: "my_shop", home: "aws" };'),
    uses: 'refused',
  },
  {
    name: 'a name with a digit first',
    files: body('return { name: "1shop", home: "aws" };'),
    uses: 'refused',
  },
  { name: 'no home', files: body('return { name: "shop" };'), uses: 'refused' },
  { name: 'a home that is none', files: body('return { name: "shop", home: "gcp" };'), uses: 'refused' },
  { name: 'nothing returned', files: body(''), uses: 'refused' },
  {
    name: 'names of fields in other letters',
    files: body('return { Name: "shop", HOME: "aws", Providers: { aws: { profile: "staging" } } };'),
    uses: staging,
  },
  {
    name: 'a removal that is none',
    files: body('return { name: "shop", home: "aws", removal: "sometimes" };'),
    uses: 'refused',
  },
  {
    name: 'assumeRoles',
    files: config(
      '{ assumeRoles: [{ roleArn: "arn:aws:iam::111122223333:role/first", sessionName: "shop" }, { roleArn: "arn:aws:iam::444455556666:role/second" }] }',
    ),
    uses: 'exported',
    assumes: ['arn:aws:iam::111122223333:role/first', 'arn:aws:iam::444455556666:role/second'],
    warns: 'SST assumes a further role',
  },
  {
    name: 'assumeRoles without an ARN',
    files: config('{ assumeRoles: [{ sessionName: "shop" }] }'),
    uses: 'refused',
  },
  {
    name: 'assumeRoles that is no list',
    files: config('{ assumeRoles: { roleArn: "arn:aws:iam::111122223333:role/first" } }'),
    uses: 'exported',
  },
  {
    name: 'the older assumeRole',
    files: config('{ assumeRole: { roleArn: "arn:aws:iam::111122223333:role/first" } }'),
    uses: 'exported',
    warns: '`assumeRole` is not read',
  },
  {
    name: 'an SST v2 config',
    files: {
      'sst.config.ts':
        'export default { config(input) { return { name: "shop", region: "us-east-1", profile: input.stage }; }, stacks(app) {} };\n',
    },
    uses: 'refused',
  },
];

const STAGES: Case[] = [
  {
    name: 'SST_STAGE',
    files: config('{ region: input.stage === "qa" ? "eu-west-1" : "us-east-2" }'),
    stage: '',
    env: { SST_STAGE: 'qa' },
    settles: 'qa',
    uses: 'exported',
    region: 'eu-west-1',
  },
  {
    name: 'SST_STAGE in .env of the working directory',
    files: { ...config('{}'), '.env': 'SST_STAGE=qa\n', '.env.qa': 'AWS_PROFILE=staging\n' },
    stage: '',
    settles: 'qa',
    uses: staging,
  },
  {
    name: 'SST_STAGE in .env beside the config, run below',
    files: { ...config('{}'), '.env': 'SST_STAGE=qa\n', '.sst/stage': 'kept', 'app/index.ts': '' },
    cwd: 'app',
    stage: '',
    settles: 'kept',
    uses: 'exported',
  },
  {
    name: '.sst/stage',
    files: { ...config('{ profile: input.stage }'), '.sst/stage': ' staging \n' },
    stage: '',
    settles: 'staging',
    uses: staging,
  },
  {
    name: 'SST_STAGE over .sst/stage',
    files: { ...config('{}'), '.sst/stage': 'kept' },
    stage: '',
    env: { SST_STAGE: 'qa' },
    settles: 'qa',
    uses: 'exported',
  },
  {
    name: 'an SST_STAGE that SST refuses',
    files: config('{}'),
    stage: '',
    env: { SST_STAGE: 'feature/login' },
    uses: 'refused',
  },
  {
    name: 'a stage in capitals and digits',
    files: config('{ profile: input.stage }'),
    stage: '1-PR-',
    uses: { profile: '1-PR-' },
  },
  {
    name: 'a stage that the config refuses',
    files: body(
      'if (!["dev"].includes(input?.stage)) throw new Error(`Invalid stage: ${input?.stage}`); return { name: "shop", home: "aws" };',
    ),
    uses: 'refused',
  },
];

const TYPESCRIPT: Case[] = [
  {
    name: 'an enum',
    files: body(
      'return { name: "shop", home: "aws", providers: { aws: { profile: Profile.Staging } } };',
      'app(input: { stage: string })',
      'enum Profile { Staging = "staging" }',
    ),
    uses: staging,
  },
  {
    name: 'a const enum and a namespace',
    files: config(
      '{ profile: Names.of(P.A) }',
      'const enum P { A }\nnamespace Names { export const of = (p: P) => p === P.A ? "staging" : undefined; }',
    ),
    uses: staging,
  },
  {
    name: 'satisfies and as',
    files: config('{ profile: ("staging" satisfies string) as any } as const'),
    uses: staging,
  },
  {
    name: 'generics that JavaScript would compare',
    files: config(
      '{ profile: pick<Date>("staging" as never) }',
      'function pick<T>(value: T): T { return value; }',
    ),
    uses: staging,
  },
  {
    name: 'extensionless, awaited',
    files: {
      ...body(
        'const { profileOf } = await import("./infra/stage"); return { name: "shop", home: "aws", providers: { aws: { profile: profileOf(input.stage) } } };',
      ),
      'infra/stage.ts':
        'export const profileOf = (stage: string) => stage === "production" ? "staging" : undefined;\n',
    },
    uses: staging,
  },
  {
    name: 'an index file',
    files: {
      ...body(`const { profile } = await import("./infra"); ${returning('{ profile }')}`),
      'infra/index.ts': 'export * from "./profile";\n',
      'infra/profile.ts': 'export const profile: string = "staging";\n',
    },
    uses: staging,
  },
  {
    name: '.js for .ts',
    files: {
      ...body(`const { profile } = await import("./infra/config/app.js"); ${returning('{ profile }')}`),
      'infra/config/app.ts': 'export const profile: string = "staging";\n',
    },
    uses: staging,
  },
  {
    name: '.js where both are there',
    files: {
      ...body(`const { profile } = await import("./app.js"); ${returning('{ profile }')}`),
      'app.ts': 'export const profile = "default";\n',
      'app.js': 'export const profile = "staging";\n',
    },
    uses: staging,
  },
  {
    name: '.ts before .js',
    files: {
      ...body(`const { profile } = await import("./lib"); ${returning('{ profile }')}`),
      'lib.ts': 'export const profile = "staging";\n',
      'lib.js': 'export const profile = "default";\n',
    },
    uses: staging,
  },
  {
    name: '.mjs for .mts',
    files: {
      ...body(`const { profile } = await import("./lib.mjs"); ${returning('{ profile }')}`),
      'lib.mts': 'export const profile: string = "staging";\n',
    },
    uses: staging,
  },
  {
    name: 'paths of tsconfig.json',
    files: {
      ...body(`const { profile } = await import("@/profile"); ${returning('{ profile }')}`),
      'tsconfig.json': '{ // a comment\n "compilerOptions": { "paths": { "@/*": ["./src/*"] }, } }',
      'src/profile.ts': 'export const profile: string = "staging";\n',
    },
    uses: staging,
  },
  {
    name: 'paths that a tsconfig.json extends',
    files: {
      ...body(`const { profile } = await import("~lib"); ${returning('{ profile }')}`),
      'tsconfig.json': '{ "extends": "./base.json" }',
      'base.json': '{ "compilerOptions": { "baseUrl": ".", "paths": { "~lib": ["lib/index.ts"] } } }',
      'lib/index.ts': 'export const profile: string = "staging";\n',
    },
    uses: staging,
  },
  {
    name: 'baseUrl of tsconfig.json',
    files: {
      ...body(`const { profile } = await import("lib/profile"); ${returning('{ profile }')}`),
      'tsconfig.json': '{ "compilerOptions": { "baseUrl": "./src" } }',
      'src/lib/profile.ts': 'export const profile: string = "staging";\n',
    },
    uses: staging,
  },
  {
    name: 'a workspace package in TypeScript',
    files: {
      ...body(`const { profile } = await import("@acme/env"); ${returning('{ profile }')}`),
      'node_modules/@acme/env/package.json':
        '{ "name": "@acme/env", "type": "module", "exports": "./src/index.ts" }',
      'node_modules/@acme/env/src/index.ts':
        'import { names } from "./names";\nexport const profile: string = names.first;\n',
      'node_modules/@acme/env/src/names.ts': 'export const names = { first: "staging" } as const;\n',
    },
    uses: staging,
  },
  {
    name: 'a package whose main is TypeScript',
    files: {
      ...body(`const { profile } = await import("env"); ${returning('{ profile }')}`),
      'node_modules/env/package.json': '{ "name": "env", "main": "./src/index" }',
      'node_modules/env/src/index.ts': 'export const profile: string = "staging";\n',
    },
    uses: staging,
  },
  {
    name: 'a package with module and main',
    files: {
      ...body(`const { profile } = await import("env"); ${returning('{ profile }')}`),
      'node_modules/env/package.json': '{ "name": "env", "module": "./es.js", "main": "./cjs.js" }',
      'node_modules/env/es.js': 'export const profile = "staging";\n',
      'node_modules/env/cjs.js': 'exports.profile = "default";\n',
    },
    uses: staging,
  },
  {
    name: 'a file in a package, extensionless',
    files: {
      ...body(`const { profile } = await import("env/profile"); ${returning('{ profile }')}`),
      'node_modules/env/package.json': '{ "name": "env" }',
      'node_modules/env/profile.js': 'exports.profile = "staging";\n',
    },
    uses: staging,
  },
  {
    name: 'JSON, its default',
    files: {
      ...body(`const json = await import("./aws.json"); ${returning('json.default')}`),
      'aws.json': '{ "profile": "staging" }',
    },
    uses: staging,
  },
  {
    name: 'JSON, by name',
    files: {
      ...body(`const { aws } = await import("./lib"); ${returning('aws')}`),
      'lib.ts': 'import { profile } from "./aws.json";\nexport const aws = { profile };\n',
      'aws.json': '{ "profile": "staging" }',
    },
    uses: staging,
  },
  {
    name: 'CommonJS, required',
    files: {
      ...body(returning('require("./lib.js")')),
      'lib.js': 'const names = require("./names");\nmodule.exports = { profile: names.first };\n',
      'names.json': '{ "first": "staging" }',
    },
    uses: staging,
  },
  {
    name: 'CommonJS, imported by a name that Node cannot see',
    files: {
      ...body(`const { aws } = await import("./lib"); ${returning('aws')}`),
      'lib.ts': 'import { profile } from "./cjs";\nexport const aws = { profile };\n',
      'cjs.js':
        'const all = { profile: "staging" };\nfor (const name of Object.keys(all)) module.exports[name] = all[name];\n',
    },
    uses: staging,
  },
  {
    name: 'CommonJS compiled from an ES module',
    files: {
      ...body(`const { aws } = await import("./lib"); ${returning('aws')}`),
      'lib.ts': 'import aws from "./cjs";\nexport { aws };\n',
      'cjs.js':
        'Object.defineProperty(exports, "__esModule", { value: true });\nexports.default = { profile: "staging" };\n',
    },
    uses: staging,
  },
  {
    name: 'module.exports as the config',
    files: {
      'sst.config.ts':
        'module.exports = { app: () => ({ name: "shop", home: "aws", providers: { aws: { profile: "staging" } } }) };\n',
    },
    uses: staging,
  },
  {
    name: 'a type imported without saying so',
    files: {
      ...body(`const { aws } = await import("./lib"); ${returning('aws')}`),
      'lib.ts':
        'import { Aws } from "./types";\nimport { Handler } from "aws-lambda";\nexport { Aws } from "./types";\nexport const handler: Handler | undefined = undefined;\nexport const aws: Aws = { profile: "staging" };\n',
      'types.ts': 'export interface Aws { profile: string }\n',
    },
    uses: staging,
  },
  {
    name: 'awaited at the top level',
    files: {
      'sst.config.ts': withAws('{ profile }', 'const { profile } = await import("./lib");'),
      'lib.ts': 'export const profile: string = "staging";\n',
    },
    uses: staging,
  },
  {
    name: 'a static import of a type only',
    files: config('{ profile: undefined as Profile }', 'import { Profile } from "./types";'),
    uses: 'exported',
  },
  {
    name: 'a static import that nothing uses',
    files: config('{ profile: "staging" }', 'import fs from "node:fs";'),
    uses: staging,
  },
  {
    name: 'a static import',
    files: {
      ...config('{ profile }', 'import { profile } from "./lib";'),
      'lib.ts': 'export const profile = process.env.CI ? undefined : "staging";\n',
    },
    uses: 'refused',
    warns: 'A static import in sst.config.ts',
  },
  {
    name: 'a static import for its effects',
    files: { ...config('{}', 'import "./lib";'), 'lib.ts': '' },
    uses: 'refused',
    warns: 'A static import in sst.config.ts',
  },
  {
    name: 'a static re-export',
    files: { ...config('{}', 'export * from "./lib";'), 'lib.ts': 'export const x = 1;\n' },
    uses: 'refused',
    warns: 'A static import in sst.config.ts',
  },
  {
    name: 'a file read',
    files: {
      ...body(
        `const { readFileSync } = await import("node:fs"); ${returning('JSON.parse(readFileSync("aws.json", "utf8"))')}`,
      ),
      'aws.json': '{ "profile": "staging" }',
    },
    uses: staging,
  },
  {
    name: 'a module that is not there',
    files: body(`const { profile } = await import("./nowhere"); ${returning('{ profile }')}`),
    uses: 'refused',
  },
  {
    name: 'a text that is no TypeScript',
    files: { 'sst.config.ts': 'export default $config({ app( { return {} } });\n' },
    uses: 'refused',
  },
  { name: 'no default export', files: { 'sst.config.ts': 'export const app = 1;\n' }, uses: 'refused' },
  {
    name: 'no app()',
    files: { 'sst.config.ts': 'export default $config({ async run() {} });\n' },
    uses: 'refused',
  },
];

export const CASES: readonly Case[] = [
  ...PROFILES,
  ...ENV_FILES,
  ...REGIONS,
  ...HOMES,
  ...STAGES,
  ...TYPESCRIPT,
];
