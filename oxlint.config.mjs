import { defineConfig } from 'oxlint'
import eslint from './eslint.config.mjs'

// What eslint.config.mjs says, for oxlint, which needs a tenth of the time (docs/decisions/0143-the-linter-is-native.md).

/** Errors of syntax in any module: it is not even parsed. */
const NOT_PARSED = ['no-octal', 'no-dupe-args']

const blocks = eslint.filter(block => block.rules)
const isOff = level => [level].flat()[0] === 'off' || [level].flat()[0] === 0
const asked = new Set(
  blocks.flatMap(({ rules }) => Object.keys(rules).filter(rule => !isOff(rules[rule]) && !NOT_PARSED.includes(rule))),
)

const nameOf = rule => rule.replace('@typescript-eslint/', 'typescript/').replace('react-hooks/', 'react/')

const rulesOf = rules =>
  Object.fromEntries(
    Object.entries(rules)
      .filter(([rule]) => asked.has(rule))
      .map(([rule, level]) => [nameOf(rule), level]),
  )

const globalsOf = globals =>
  Object.fromEntries(
    Object.entries(globals).map(([name, writable]) => [
      name,
      writable === true || writable === 'writable' ? 'writable' : 'readonly',
    ]),
  )

export default defineConfig({
  plugins: ['typescript', 'react'],
  jsPlugins: ['./config/lint/own.mjs'],
  categories: { correctness: 'off' },
  ignorePatterns: eslint.filter(block => block.ignores && !block.rules && !block.files).flatMap(block => block.ignores),
  overrides: eslint
    .filter(block => block.rules || block.languageOptions?.globals)
    .map(({ files = ['**/*'], ignores = [], rules = {}, languageOptions }) => ({
      files,
      excludeFiles: ignores,
      rules: rulesOf(rules),
      globals: globalsOf(languageOptions?.globals ?? {}),
    })),
})
