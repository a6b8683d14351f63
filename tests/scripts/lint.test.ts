import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** A line that breaks a rule, by the file in which it stands; `fine` breaks none. */
const FILES: Record<string, { broken: string[]; fine?: string[] }> = {
  'domain/a.ts': {
    broken: [
      "import taro from '@tarojs/taro'",
      "import react from 'react'",
      "import fs from 'node:fs/promises'",
      "import { a } from '@/stores/a'",
      "import { b } from '../server/src/b'",
      "import type { T } from '../src/t'",
      'export const now = Date.now()',
      'export const chance = Math.random()',
      'export const got = fetch',
      'export const day = 86400000',
      'export const hour = new Date(1).getUTCHours()',
      'const unused = 1',
      'export const any = (x: any) => x == 1',
    ],
    fine: ['export { taro, react, fs, a, b }', 'export type X = T'],
  },
  'src/platform/a.ts': { broken: ["import { a } from '@/api/a'", "import { b } from 'zustand/middleware'"] },
  'src/api/a.ts': { broken: ["import { a } from '@/storage/a'", "import { b } from '@/stores/b'"] },
  'src/navigation/a.ts': { broken: ["import { a } from '@/feed/a'"] },
  'src/stores/a.ts': { broken: ["import { a } from '@/hooks/a'", 'export let state = 1'] },
  'src/actions/a.ts': { broken: ["import { a } from '@/layout/a'", "import react from 'react'"] },
  'src/hooks/a.ts': { broken: ["import { a } from '@/components/a'"] },
  'src/components/a.tsx': {
    broken: ["import { a } from '@/stores/a'", "export const colour = '#a8261b'"],
    fine: ["import type { T } from '@/stores/a'", 'export type X = T', "export const anchor = '#to'"],
  },
  'src/layout/a.ts': { broken: ["import { a } from '@/pages/home/a'"] },
  'src/pages/home/a.tsx': {
    broken: [
      "import { a } from '@/subpackages/exam/a'",
      "import { b } from '../../../server/src/b'",
      'export const useA = (on: boolean) => on && useEffect(() => undefined)',
      'export const useB = (on: boolean) => useEffect(() => console.log(on), [])',
    ],
    fine: ["import { useEffect } from 'react'"],
  },
  'src/subpackages/exam/a.ts': {
    broken: ["import { a } from '@/subpackages/reader/a'", "import { days } from '@domain/contract/days'"],
  },
  'server/src/a.ts': { broken: ["import { a } from '@/pages/a'", "import { b } from '../../scripts/b'"] },
  'scripts/a.ts': { broken: ["import { a } from '../src/pages/a'", 'export const year = new Date(1).getFullYear()'] },
  'scripts/feed/a.ts': {
    broken: ["import { a } from '../../src/stores/a'", "import { b } from '../../server/src/b'"],
  },
  'scripts/start/a.ts': {
    broken: ["import { a } from '@/stores/a'"],
    fine: ["import { b } from '../../server/src/b'"],
  },
  'tests/a.mjs': { broken: ['export const a = nowhere'], fine: ['export const b = process'] },
}

/** Set up like this checkout. */
function checkout(): string {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'lint-'))
  for (const name of ['eslint.config.mjs', 'oxlint.config.mjs', 'config/lint', 'domain/contract'])
    fs.cpSync(name, path.join(root, name), { recursive: true })
  fs.symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'))
  for (const [file, { broken, fine = [] }] of Object.entries(FILES)) {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    const text = [...broken, ...fine].join('\n')
    const imported = [...text.matchAll(/^import \{? ?(\w+)/gm)].map(([, name]) => name)
    const used = text.includes('export {') || imported[0] === 'type' ? '' : `export const used = [${imported.join()}]\n`
    fs.writeFileSync(path.join(root, file), `${text}\n${used}`)
  }
  return root
}

test('each rule of the rooms is found where it is broken, on its line, and nowhere else', async () => {
  const root = checkout()
  const args = [
    '-c',
    'oxlint.config.mjs',
    '--format',
    'unix',
    ...new Set(Object.keys(FILES).map(it => it.split('/')[0]!)),
  ]
  const said = await new Promise<string>(resolve =>
    execFile(path.join(root, 'node_modules/.bin/oxlint'), args, { cwd: root }, (_, out) => resolve(out)),
  )
  fs.rmSync(root, { recursive: true })
  const found = new Set([...said.matchAll(/^(\S+?):(\d+):/gm)].map(([, file, line]) => `${file}:${line}`))
  const wanted = Object.entries(FILES).flatMap(([file, { broken }]) => broken.map((_, i) => `${file}:${i + 1}`))
  expect([...found].sort()).toEqual(wanted.sort())
})
