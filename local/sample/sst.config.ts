/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  app(input) {
    const production = input?.stage === 'production';
    return {
      name: 'shop',
      home: 'aws',
      removal: production ? 'retain' : 'remove',
      protect: production,
      providers: {
        aws: {
          // A profile for deploys from a laptop. In a workflow it would override the job's credentials.
          profile: process.env.GITHUB_ACTIONS ? undefined : production ? 'acme-production' : 'acme-dev',
        },
      },
    };
  },
  async run() {
    const uploads = new sst.aws.Bucket('Uploads');
    new sst.aws.Function('Api', { handler: 'src/api.handler', link: [uploads], url: true });
  },
});
