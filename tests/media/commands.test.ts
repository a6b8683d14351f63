import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

test('what the README writes behind -- reaches the command of scripts/media', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
  const readme = readFileSync('scripts/media/README.md', 'utf8')
  const written = new Set([...readme.matchAll(/^npm run (media[:\w]*)[^\n]*?-- /gm)].map(([, name]) => name!))
  expect([...written].sort()).toEqual(['media', 'media:covers', 'media:films', 'media:pinyin'])
  for (const name of written) expect(`${name}: ${scripts[name]}`).toMatch(/ --$/)
})

test('without the packages of scripts/media its commands say what to install', () => {
  const { scripts } = JSON.parse(readFileSync('scripts/media/package.json', 'utf8')) as {
    scripts: Record<string, string>
  }
  for (const command of Object.values(scripts).filter(it => it.includes('src/main.ts')))
    expect(command).toMatch(/^tsx --import \.\/src\/installed\.ts src\/main\.ts /)

  const bare = mkdtempSync(join(tmpdir(), 'media-'))
  mkdirSync(join(bare, 'src'))
  copyFileSync('scripts/media/src/installed.ts', join(bare, 'src/installed.ts'))
  const begun = () =>
    spawnSync(process.execPath, ['--import', 'tsx', '--import', join(bare, 'src/installed.ts'), '-e', ''], {
      encoding: 'utf8',
    })
  const { status, stderr } = begun()
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: '音视频生产线的依赖还没有装；先运行 npm --prefix scripts/media ci\n',
  })
  mkdirSync(join(bare, 'node_modules'))
  expect(begun().status).toBe(0)
  rmSync(bare, { recursive: true })
}, 60_000)
