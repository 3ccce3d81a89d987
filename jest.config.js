// ES modules straight from the TypeScript sources (swc only strips the types); see package.json's "test".
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  // The tests against the real parts need more than Node: jest.real.config.js, run by .ci/run.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/__tests__/conformance/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2024', parser: { syntax: 'typescript' } } }] },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/lib/', '<rootDir>/.cache/'],
  testTimeout: 60_000,
};
