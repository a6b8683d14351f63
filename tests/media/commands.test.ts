import { readFileSync } from 'node:fs'

test('what the README writes behind -- reaches the command of scripts/media', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
  const readme = readFileSync('scripts/media/README.md', 'utf8')
  const written = new Set([...readme.matchAll(/^npm run (media[:\w]*)[^\n]*?-- /gm)].map(([, name]) => name!))
  expect([...written].sort()).toEqual(['media', 'media:covers', 'media:films', 'media:pinyin'])
  for (const name of written) expect(`${name}: ${scripts[name]}`).toMatch(/ --$/)
})
