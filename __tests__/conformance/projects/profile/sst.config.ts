/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  app() {
    return {
      name: 'shop',
      home: 'aws',
      providers: {
        aws: {
          profile: 'acme-production',
        },
      },
    };
  },
  async run() {},
});
