import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { test } from 'node:test'
import { PACKAGE, rewrite, tabsAlone } from './subject'

/**
 * What the compiler says of these folders, one after another: loading it takes longer than a small package. In a process of
 * its own, because the compiler keeps workers and would not let this one end.
 */
function check(...folders: string[]): string[] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'tests/weapp/official-compile.ts', ...folders],
    { encoding: 'utf8', timeout: 300_000 },
  )
  return (stdout + stderr).split('\n')
}

const accepted = (folder: string) => `✓ 微信官方编译器接受了 ${folder}`
const refusals = (said: string[], folder: string) => said.filter(line => line.startsWith(`✕ ${folder}  `))

test('WeChat’s own compiler accepts the package, and the tabs alone; it refuses them with an unclosed tag or a tab that is no page', () => {
  const [tabs, nobody, unclosed] = [tabsAlone(), tabsAlone(), tabsAlone()]
  rewrite(path.join(nobody, 'app.json'), json =>
    json.replace('"pagePath":"pages/me/index"', '"pagePath":"pages/nobody/index"'),
  )
  rewrite(path.join(unclosed, 'pages/home/index.wxml'), wxml => `${wxml}\n<view><text></view>`)
  const said = check(PACKAGE, tabs, nobody, unclosed)
  for (const folder of [PACKAGE, tabs]) assert.ok(said.includes(accepted(folder)), said.join('\n'))
  for (const folder of [nobody, unclosed]) {
    assert.ok(!said.includes(accepted(folder)), said.join('\n'))
    assert.ok(refusals(said, folder).length > 0, said.join('\n'))
  }
  assert.match(refusals(said, unclosed).join('\n'), /getCompiledResult: .*unexpected end tag/)
})
