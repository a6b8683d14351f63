import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import globals from 'globals'
import ts from 'typescript-eslint'

/** Forbids imports with the reason in the message: architecture rules as lint. */
const layer = (files, rules) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: rules.map(([group, message]) => ({ group, message, allowTypeImports: message.startsWith('Types') })),
      },
    ],
  },
})

const TARO = ['@tarojs/*']
const REACT = ['react', 'react-dom', 'zustand', 'zustand/*']
const NODE = ['node:*']
const SERVER = ['**/server/**']
const noServer = [
  [...SERVER, '**/scripts/**'],
  'The app shares `domain` with the service and with the compiler in scripts, nothing else: only the app runs on phones.',
]

export default ts.config(
  {
    ignores: ['dist', 'node_modules', '.data', '.cache', '.swc', 'coverage', 'scripts/media/node_modules', '**/*.json'],
  },
  js.configs.recommended,
  ...ts.configs.strict,
  {
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'off',
      eqeqeq: 'error',
    },
  },
  { files: ['**/*.{js,cjs}'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['src/app.config.ts', 'src/**/index.config.ts'],
    languageOptions: { globals: { defineAppConfig: 'readonly', definePageConfig: 'readonly' } },
  },
  {
    files: ['domain/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['window', 'document', 'fetch', 'URL', 'TextDecoder', 'TextEncoder', 'Intl', 'process', 'Buffer'].map(
          name => ({
            name,
            message: 'domain runs in WeChat, browsers and Node alike: only ECMAScript built-ins.',
          }),
        ),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time is an argument of domain functions, never ambient.' },
        {
          object: 'Math',
          property: 'random',
          message: 'Chance is a seeded argument of domain functions, never ambient.',
        },
      ],
    },
  },
  layer(
    ['domain/**/*.ts'],
    [
      [[...TARO, ...REACT], 'domain is pure: it knows neither Taro nor React.'],
      [NODE, 'domain is pure: files and processes belong to scripts and server.'],
      [
        ['@/*', '**/src/**', '**/server/**', '**/scripts/**'],
        'domain imports domain only; what only the compiler needs belongs to scripts/feed.',
      ],
    ],
  ),
  layer(
    ['src/services/**/*.{ts,tsx}'],
    [
      [
        ['react', 'zustand', '@/stores/*', '@/pages/*', '@/subpackages/*'],
        'services are side effects without state or view: stores call them, not the other way round.',
      ],
      noServer,
    ],
  ),
  layer(
    ['src/stores/**/*.{ts,tsx}'],
    [
      [
        ['@/components/*', '@/pages/*', '@/subpackages/*', '@tarojs/components'],
        'stores hold state; they do not know what shows it.',
      ],
      noServer,
    ],
  ),
  layer(
    ['src/components/**/*.{ts,tsx}'],
    [
      [['@/pages/*', '@/subpackages/*'], 'components are used by pages, not the other way round.'],
      [
        ['@/stores/*', '@/services/*', '@/frame/*'],
        'components get what they show as props; pages, stores and the frame read it.',
      ],
      noServer,
    ],
  ),
  layer(
    ['src/frame/**/*.{ts,tsx}'],
    [[['@/pages/*', '@/subpackages/*'], 'The frame stands around every page and knows none of them.'], noServer],
  ),
  ...['reader', 'player', 'library', 'exam', 'review', 'settings', 'branch', 'account', 'district'].map(own =>
    layer(
      [`src/subpackages/${own}/**/*.{ts,tsx}`],
      [
        [
          [`@/subpackages/*`, `@/subpackages/**`],
          'One sub-package cannot load another: share through components, stores or domain.',
        ],
        [['@/pages/*'], 'Pages are not shared: move what is common to components or stores.'],
        noServer,
      ],
    ),
  ),
  layer(
    ['src/pages/**/*.{ts,tsx}'],
    [
      [['@/subpackages/*', '@/subpackages/**'], 'The main package cannot import a sub-package: navigate to it.'],
      noServer,
    ],
  ),
  layer(
    ['server/**/*.ts'],
    [
      [['@/*', '**/src/**'], 'The service and the app share `domain` only.'],
      [['**/scripts/**'], 'The service reads a feed that is made: what makes it is not installed beside it.'],
    ],
  ),
  { files: ['server/src/**/*.ts'], rules: {} },
  layer(
    ['scripts/**/*.ts'],
    [
      [
        ['@/*', '**/src/pages/**', '**/src/components/**', '**/src/stores/**'],
        'Scripts use domain and content, never the app.',
      ],
    ],
  ),
)
