// The tests that need only Node. They load the TypeScript sources as ES modules: swc only removes the types.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

// All temporary folders of the tests, and of the processes that they start, are in this one. It goes when jest ends.
const temporary = mkdtempSync(path.join(os.tmpdir(), 'sst-creds-tests-'));
process.env.TMPDIR = temporary;
process.on('exit', () => rmSync(temporary, { recursive: true, force: true }));

export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  // Those that need more (jest.real.config.js) or take long (jest.exhaustive.config.js, jest.stress.config.js): .ci/run
  // runs them too.
  testPathIgnorePatterns: [
    '/node_modules/',
    '\\.exhaustive\\.test\\.ts$',
    '<rootDir>/__tests__/conformance/',
    '<rootDir>/__tests__/stress/',
  ],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2024', parser: { syntax: 'typescript' } } }] },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/lib/', '<rootDir>/.cache/'],
  testTimeout: 60_000,
  // Code that only the tests of dist/ run counts as not covered, because dist/ runs in another process.
  collectCoverage: process.env.COVERAGE === 'true',
  collectCoverageFrom: ['<rootDir>/src/**/*.ts'],
  // V8 counts by itself: code that is instrumented takes half as long again.
  coverageProvider: 'v8',
  coverageReporters: ['text', 'text-summary'],
  // More than this machine has cores, because the tests mostly wait for processes and pauses. (Jest reads more than
  // '100%' as a number of workers.)
  maxWorkers: 4,
  // For test.concurrent in one file: these tests mostly wait. If more steps start at once on two cores, some do not evaluate
  // their config within 15 s.
  maxConcurrency: 10,
};
