import { type Case, staging, withAws } from './case.ts';

export const ELSEWHERE: readonly Case[] = [
  {
    name: 'a config named otherwise, in a folder of its own',
    files: {
      'infra/my.config.ts': withAws('{ profile: process.env.WHO }'),
      'infra/.env.production': 'WHO=staging\n',
      '.env.production': 'WHO=default\n',
    },
    config: 'infra/my.config.ts',
    uses: staging,
  },
  {
    name: '.env of the working directory and of the folder of the config',
    files: {
      'infra/my.config.ts': withAws('{ profile: process.env.WHO }'),
      'infra/.env': 'WHO=default\nAWS_REGION=eu-west-1\n',
      '.env': 'AWS_REGION=us-west-2\n',
    },
    config: 'infra/my.config.ts',
    uses: 'exported',
    region: 'us-west-2',
  },
];
