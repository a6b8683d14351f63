import fs from 'node:fs'
import path from 'node:path'
import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import globals from 'globals'
import ts from 'typescript-eslint'
import own from './config/lint/own.mjs'

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

const TARO = ['@tarojs/**']
const REACT = ['react', 'react-dom', 'zustand', 'zustand/**']
const NODE = ['node:*', 'node:*/**']
const SERVER = ['**/server/**']
const noServer = [
  [...SERVER, '**/scripts/**'],
  'The app shares `domain` with the service and with the compiler in scripts, nothing else: only the app runs on phones.',
]

const noApp = [
  ['@/**', '**/src/pages/**', '**/src/components/**', '**/src/stores/**'],
  'Scripts use domain and content, never the app.',
]

/** Resources that app and service speak of: each a schema, and the types inferred from it. */
const CONTRACT = path.join(import.meta.dirname, 'domain/contract')
const SCHEMAS = fs
  .readdirSync(CONTRACT)
  .filter(name => fs.readFileSync(path.join(CONTRACT, name), 'utf8').includes("from 'zod'"))
  .map(name => path.parse(name).name)
const noSchemas = [
  SCHEMAS.map(name => `@domain/contract/${name}`),
  'Types only: the schema library stays out of the app. Limits, words and columns stand beside the schema, in files without it.',
]

/** Rooms of src, from the lowest to the highest; imports run down only. */
const RECORDS = ['api', 'feed', 'storage']
const STATE = ['stores', 'actions', 'hooks']
const VIEW = ['components', 'layout', 'pages', 'subpackages']

/**
 * The rule of one room of src: what stands `above` it is not imported.
 * @param pure no React and no zustand either
 */
const room = (own, { above, reason, pure = false }) =>
  layer(
    [`src/${own}.ts`, `src/${own}/**/*.{ts,tsx}`],
    [
      [above.flatMap(name => [`@/${name}`, `@/${name}/**`]), reason],
      ...(pure ? [[REACT, 'State and view begin with stores: what stands below is plain TypeScript.']] : []),
      noServer,
      noSchemas,
    ],
  )

const TIME_BY_HAND = [
  'ImportDeclaration[source.value=/^dayjs/]',
  'CallExpression[callee.object.name="Date"][callee.property.name="UTC"]',
  'MemberExpression[property.name=/^[gs]et(UTC)?(FullYear|Month|Date|Day|Hours)$/]',
  'Literal[value=86400000]',
  'Literal[value=28800000]',
].map(selector => ({
  selector,
  message: 'Days, weeks, months and Shanghai time are counted in domain/time: ask it, or add there what is missing.',
}))

/** Every variable of a module: state that changes belongs in a store, where it can be begun anew. */
const MODULE_STATE = [
  'Program > VariableDeclaration[kind="let"]',
  'ExportNamedDeclaration > VariableDeclaration[kind="let"]',
].map(selector => ({ selector, message: 'What changes while the app runs is state: it belongs into a zustand store.' }))

/** `#a8261b` and `rgb(…)` in a text, but not `#id` or `#/page`. */
const COLOUR = String.raw`/(^|[\s:;,("'>=])(#|%23)([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})(?![\w-])|\b(rgb|hsl)a?\(/i`
const OWN_COLOURS = [
  `Literal[value=${COLOUR}]`,
  `TemplateElement[value.raw=${COLOUR}]`,
  `JSXText[value=${COLOUR}]`,
].map(selector => ({
  selector,
  message: 'Colours stand in src/styles/tokens.ts: use a custom property in a stylesheet, the token in a drawing.',
}))

export default ts.config(
  {
    ignores: ['dist', 'node_modules', '.data', '.cache', '.swc', 'coverage', 'scripts/media/node_modules', '**/*.json'],
  },
  js.configs.recommended,
  ...ts.configs.strict,
  {
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    plugins: { own },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'off',
      eqeqeq: 'error',
    },
  },
  { files: ['config/weapp-keep/*.js'], languageOptions: { globals: { Page: 'readonly' } } },
  { files: ['**/*.{js,cjs}'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  // No file is a script, in which a name of its own would take the place of a global one.
  { files: ['**/*.{js,cjs,mjs}'], rules: { 'no-redeclare': ['error', { builtinGlobals: false }] } },
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
    files: ['{domain,src,scripts}/**/*.{ts,tsx}', 'server/src/**/*.ts'],
    ignores: ['domain/time/**'],
    rules: { 'own/no-restricted-syntax': ['error', ...TIME_BY_HAND] },
  },
  // The later of two blocks holds, so each says all that holds there.
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/styles/tokens.ts'],
    rules: { 'own/no-restricted-syntax': ['error', ...TIME_BY_HAND, ...OWN_COLOURS] },
  },
  {
    files: ['src/{stores,actions,hooks,components,layout,pages,subpackages}/**/*.{ts,tsx}'],
    rules: { 'own/no-restricted-syntax': ['error', ...TIME_BY_HAND, ...OWN_COLOURS, ...MODULE_STATE] },
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
        ['@/**', '**/src/**', '**/server/**', '**/scripts/**'],
        'domain imports domain only; what only the compiler needs belongs to scripts/feed.',
      ],
    ],
  ),
  room('platform', {
    above: [...RECORDS, 'navigation', ...STATE, ...VIEW],
    reason: 'platform is what differs between the web and WeChat: it knows domain, and nothing of this app.',
    pure: true,
  }),
  ...RECORDS.map(own =>
    room(own, {
      above: [...RECORDS.filter(other => other !== own), 'navigation', ...STATE, ...VIEW],
      reason: 'api, feed and storage stand on platform alone: what one needs of another is handed in by a store.',
      pure: true,
    }),
  ),
  room('navigation', {
    above: [...RECORDS, ...STATE, ...VIEW],
    reason: 'navigation knows addresses, not what stands there.',
    pure: true,
  }),
  room('stores', {
    above: ['actions', 'hooks', ...VIEW],
    reason: 'stores hold state; they do not know what is done with it or what shows it.',
  }),
  room('actions', {
    above: ['hooks', ...VIEW],
    reason: 'actions are what several stores do together; hooks and pages call them.',
    pure: true,
  }),
  room('hooks', { above: VIEW, reason: 'hooks bring state to views; they do not know which.' }),
  room('components', {
    above: ['platform', ...RECORDS, 'navigation', ...STATE, 'layout', 'pages', 'subpackages'],
    reason: 'Types apart, components get what they show as props; pages, stores and the layout read it.',
  }),
  room('layout', {
    above: ['pages', 'subpackages'],
    reason: 'The layout stands around every page and knows none of them.',
  }),
  ...[
    'reader',
    'player',
    'library',
    'exam',
    'review',
    'settings',
    'branch',
    'account',
    'district',
    'contest',
    'screen',
  ].map(own =>
    layer(
      [`src/subpackages/${own}/**/*.{ts,tsx}`],
      [
        [['@/subpackages/**'], 'One sub-package cannot load another: share through components, stores or domain.'],
        [['@/pages/**'], 'Pages are not shared: move what is common to components or stores.'],
        noServer,
        noSchemas,
      ],
    ),
  ),
  layer(
    ['src/pages/**/*.{ts,tsx}'],
    [[['@/subpackages/**'], 'The main package cannot import a sub-package: navigate to it.'], noServer, noSchemas],
  ),
  layer(
    ['server/**/*.ts'],
    [
      [['@/**', '**/../src/**', '!../src/**'], 'The service and the app share `domain` only.'],
      [['**/scripts/**'], 'The service reads a feed that is made: what makes it is not installed beside it.'],
    ],
  ),
  layer(['scripts/**/*.ts'], [noApp]),
  layer(
    ['scripts/feed.ts', 'scripts/{feed,bench,test}/**/*.ts'],
    [noApp, [SERVER, 'Only what builds and starts the service knows it: what others need too belongs to domain.']],
  ),
)
