import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { PACKAGE, rewrite, tabsAlone } from './subject'

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

test('WeChat’s own compiler accepts the tabs alone, and refuses them with an unclosed tag or a tab that is no page', () => {
  const folder = tabsAlone()
  const { status, words } = check(folder)
  assert.equal(status, 0, words)

  const app = path.join(folder, 'app.json')
  const whole = fs.readFileSync(app, 'utf8')
  rewrite(app, json => json.replace('"pagePath":"pages/me/index"', '"pagePath":"pages/nobody/index"'))
  assert.equal(check(folder).status, 1)

  fs.writeFileSync(app, whole)
  rewrite(path.join(folder, 'pages/home/index.wxml'), wxml => `${wxml}\n<view><text></view>`)
  const unclosed = check(folder)
  assert.equal(unclosed.status, 1, unclosed.words)
  assert.match(unclosed.words, /getCompiledResult: .*unexpected end tag/)
})
