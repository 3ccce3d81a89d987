import { type Case, config, staging } from './case.ts';

export const PROFILES: readonly Case[] = [
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
