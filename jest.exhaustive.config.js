// The tests that try everything: each point of failure, each kind of hostile input, each limit. They need only Node.
import config from './jest.config.js';

export default {
  ...config,
  testMatch: ['<rootDir>/__tests__/**/*.exhaustive.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 300_000,
};
