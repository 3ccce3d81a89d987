// The tests against parts of other projects: moto, the SST CLI, act. `.ci/real-parts` installs them into .cache.
import config from './jest.config.js';

export default {
  ...config,
  testMatch: ['<rootDir>/__tests__/conformance/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 300_000,
  maxWorkers: '100%',
};
