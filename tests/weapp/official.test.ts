import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { PACKAGE, tampered } from './subject'

/** In a process of its own, because the compiler keeps workers and would not let this one end. */
function check(folder: string): { status: number | null; words: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'tests/weapp/official-compile.ts', folder],
    {
      encoding: 'utf8',
      timeout: 150_000,
    },
  )
  return { status, words: stdout + stderr }
}

test('WeChat’s own compiler accepts the package', () => {
  const { status, words } = check(PACKAGE)
  assert.equal(status, 0, words)
})

test('WeChat’s own compiler refuses a page with an unclosed tag', () => {
  const { status, words } = check(tampered('pages/home/index.wxml', wxml => `${wxml}\n<view><text></view>`))
  assert.equal(status, 1, words)
  assert.match(words, /getCompiledResult: .*unexpected end tag/)
})

test('WeChat’s own compiler refuses a tab that is no page', () => {
  const { status, words } = check(
    tampered('app.json', json => json.replace('"pagePath":"pages/me/index"', '"pagePath":"pages/nobody/index"')),
  )
  assert.equal(status, 1, words)
})
