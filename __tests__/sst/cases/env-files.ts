import { type Case, config, staging } from './case.ts';

export const ENV_FILES: readonly Case[] = [
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
