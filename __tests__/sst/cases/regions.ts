import { type Case, config, staging } from './case.ts';

export const REGIONS: readonly Case[] = [
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
