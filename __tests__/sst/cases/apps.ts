import { body, type Case, config, staging } from './case.ts';

export const HOMES: readonly Case[] = [
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
    warns: '`aws` has no effect',
  },
  {
    name: 'profile and region beside providers',
    files: body('return { name: "shop", home: "aws", profile: "staging", region: "eu-west-1" };'),
    uses: 'exported',
    warns: '`region` has no effect',
  },
  {
    name: 'true for aws',
    files: config('true'),
    uses: 'refused',
    older: { '3.19.3': { uses: 'exported' }, '4.1.8': { uses: 'exported' } },
  },
  {
    name: 'true for another provider',
    files: body('return { name: "shop", home: "aws", providers: { random: true } };'),
    uses: 'refused',
    older: { '3.19.3': { uses: 'exported' }, '4.1.8': { uses: 'exported' } },
  },
  {
    name: 'false for another provider',
    files: body('return { name: "shop", home: "aws", providers: { random: false } };'),
    uses: 'refused',
  },
  {
    name: 'another provider without a version',
    files: body('return { name: "shop", home: "aws", providers: { random: {} } };'),
    uses: 'refused',
    older: { '3.19.3': { uses: 'exported' }, '4.1.8': { uses: 'exported' } },
  },
  {
    name: 'a version that is a number',
    files: body('return { name: "shop", home: "aws", providers: { random: { version: 4 } } };'),
    uses: 'refused',
  },
  {
    name: 'removalPolicy',
    files: body('return { name: "shop", home: "aws", removalPolicy: "retain" };'),
    uses: 'refused',
  },
  {
    name: 'a retention of zero',
    files: body('return { name: "shop", home: "aws", state: { retention: 0 } };'),
    uses: 'refused',
    older: { '3.19.3': { uses: 'exported' }, '4.1.8': { uses: 'exported' }, '4.5.12': { uses: 'exported' } },
  },
  {
    name: 'a retention that is no whole number',
    files: body('return { name: "shop", home: "aws", state: { retention: 1.5 } };'),
    uses: 'refused',
    older: { '3.19.3': { uses: 'exported' }, '4.1.8': { uses: 'exported' }, '4.5.12': { uses: 'exported' } },
  },
  {
    name: 'a state that is no object',
    files: body('return { name: "shop", home: "aws", state: true };'),
    uses: 'refused',
    older: { '3.19.3': { uses: 'exported' }, '4.1.8': { uses: 'exported' }, '4.5.12': { uses: 'exported' } },
  },
  {
    name: 'protect that is a text',
    files: body('return { name: "shop", home: "aws", protect: "yes" };'),
    uses: 'refused',
  },
  {
    name: 'a version range that fits',
    files: body('return { name: "shop", home: "aws", version: ">=3.19, <5 || !=4.1.8" };'),
    uses: 'exported',
  },
  {
    name: 'a version range that does not fit',
    files: body('return { name: "shop", home: "aws", version: "^2" };'),
    uses: 'refused',
  },
  {
    name: 'a version that is no range',
    files: body('return { name: "shop", home: "aws", version: "latest" };'),
    uses: 'refused',
  },
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
    older: {
      '3.19.3': { assumes: [], warns: '`assumeRoles` has no effect' },
      '4.1.8': { assumes: [], warns: '`assumeRoles` has no effect' },
    },
  },
  {
    name: 'assumeRoles without an ARN',
    files: config('{ assumeRoles: [{ sessionName: "shop" }] }'),
    uses: 'refused',
    older: {
      '3.19.3': { uses: 'exported', warns: '`assumeRoles` has no effect' },
      '4.1.8': { uses: 'exported', warns: '`assumeRoles` has no effect' },
    },
  },
  {
    name: 'assumeRoles that is no list',
    files: config('{ assumeRoles: { roleArn: "arn:aws:iam::111122223333:role/first" } }'),
    uses: 'exported',
    older: {
      '3.19.3': { warns: '`assumeRoles` has no effect' },
      '4.1.8': { warns: '`assumeRoles` has no effect' },
    },
  },
  {
    name: 'the older assumeRole',
    files: config('{ assumeRole: { roleArn: "arn:aws:iam::111122223333:role/first" } }'),
    uses: 'exported',
    assumes: [],
    warns: '`assumeRole` has no effect',
    older: {
      '3.19.3': {
        assumes: ['arn:aws:iam::111122223333:role/first'],
        warns: 'SST assumes a further role',
      },
      '4.1.8': {
        assumes: ['arn:aws:iam::111122223333:role/first'],
        warns: 'SST assumes a further role',
      },
    },
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
