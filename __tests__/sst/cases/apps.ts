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
