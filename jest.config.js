// Two kinds of tests: pure code in Node, components in jsdom with plain-DOM stand-ins for Taro's components.
const transform = { '^.+\\.m?[jt]sx?$': '<rootDir>/tests/babel.cjs' }
const base = {
  transform,
  // These packages ship ES modules only.
  transformIgnorePatterns: [
    '/node_modules/(?!(@noble|mdast-util-|micromark|decode-named|character-entities|unist-util-|devlop|longest-streak|zwitch|ts-fsrs|idb)[^/]*/)',
  ],
  moduleNameMapper: {
    '^@/(.*)$': '<rootDir>/src/$1',
    '^@domain/(.*)$': '<rootDir>/domain/$1',
    '\\.(s?css)$': '<rootDir>/tests/src/mocks/style.js',
  },
}
module.exports = {
  // No test is about how quick the machine is: a limit only ends what hangs.
  testTimeout: 120_000,
  projects: [
    {
      ...base,
      displayName: 'node',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/tests/{domain,feed,media,src,scripts}/**/*.test.ts'],
    },
    {
      ...base,
      displayName: 'components',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/tests/src/**/*.spec.tsx'],
      // Where a module has a form for each platform, this is a browser.
      moduleFileExtensions: ['h5.ts', 'h5.tsx', 'ts', 'tsx', 'js', 'mjs', 'cjs', 'json'],
      moduleNameMapper: {
        ...base.moduleNameMapper,
        '^@tarojs/components$': '<rootDir>/tests/src/mocks/components.tsx',
        '^@tarojs/taro$': '<rootDir>/tests/src/mocks/taro.ts',
      },
    },
  ],
}
