import { body, type Case, config, staging } from './case.ts';

export const STAGES: readonly Case[] = [
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
