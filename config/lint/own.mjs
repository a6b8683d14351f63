import { builtinRules } from 'eslint/use-at-your-own-risk'

/** ESLint's own rule under a name that both linters read: oxlint has none of this kind. */
export default {
  meta: { name: 'own' },
  rules: { 'no-restricted-syntax': builtinRules.get('no-restricted-syntax') },
}
