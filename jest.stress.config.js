// The tests with a hundred processes at once. One file at a time: each takes all cores.
import config from './jest.config.js';

export default {
  ...config,
  testMatch: ['<rootDir>/__tests__/stress/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 300_000,
};
