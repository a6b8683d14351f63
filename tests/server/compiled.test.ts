import assert from 'node:assert/strict'
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { before, test } from 'node:test'
import { emptyDatabase } from './cluster'
import { branchSheet } from './branch-sheets'
import { poolSheet } from './contests'
import { KEYS } from './support'

const OUT = 'dist/service/server/src'
before(() => {
  execFileSync(process.execPath, ['--import', 'tsx', 'server/build.ts'])
})

const run = (args: string[], env: Record<string, string> = {}) =>
  spawnSync(process.execPath, args, { env: { ...process.env, ...env }, encoding: 'utf8' })

test('the compiled service holds no TypeScript and asks for no loader of it', () => {
  const files = fs.readdirSync('dist/service', { recursive: true }) as string[]
  assert.ok(files.length > 100)
  assert.deepEqual(
    files.filter(it => /\.tsx?$/.test(it)),
    [],
  )
  for (const it of files.filter(it => it.endsWith('.js'))) {
    assert.doesNotMatch(fs.readFileSync(`dist/service/${it}`, 'utf8'), /require\("tsx/, it)
  }
})

test('it migrates an empty database, serves, reads sheets in its threads, and stops when it is told to', async () => {
  const fresh = await emptyDatabase()
  const env = {
    DATABASE_URL: fresh.url,
    JWT_SECRET: KEYS.jwt,
    PEPPER: KEYS.pepper,
    SERVICE_PORT: '0',
    FEED_DIR: 'dist/feed',
    LOG_LEVEL: 'warn',
  }
  try {
    assert.match(run([`${OUT}/cli/migrate.js`], env).stdout, /已应用：0001-schema\.sql/)
    assert.match(run([`${OUT}/cli/roster.js`], env).stderr, /npm run roster -- import/)
    assert.match(run([`${OUT}/cli/backup.js`, 'verify'], env).stderr, /backup:verify/)
    const child = spawn(process.execPath, [`${OUT}/main.js`], { env: { ...process.env, ...env } })
    const ended = new Promise(resolve => child.once('exit', resolve))
    const ready = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', (chunk: Buffer) => {
        const found = /"ready":"([^"]+)"/.exec(chunk.toString())
        if (found) resolve(found[1]!)
      })
      void ended.then(code => reject(new Error(`it ended with ${code}`)))
    })
    const answer = await fetch(`${ready}/readyz`)
    assert.deepEqual([answer.status, await answer.json()], [200, { status: 'ok' }])
    child.kill('SIGTERM')
    assert.equal(await ended, 0)
    // Threads are named as text: the compiler does not see that they belong to it.
    const sheets = [
      [
        await branchSheet([['', '新党员', '0123', '', '']]),
        'roster/sent-sheet.js',
        'readSentSheet',
        'lines[0].cells.姓名',
      ],
      [await poolSheet(), 'contest/sent-pool.js', 'readSentPool', 'questions[0].number'],
    ] as const
    const told = sheets.map(([input, file, reads, what]) => {
      const reading = `require('./${OUT}/features/${file}').${reads}(require('fs').readFileSync(0)).then(it => console.log(it.${what}))`
      const { stdout, stderr } = spawnSync(process.execPath, ['-e', reading], { input, encoding: 'utf8' })
      return stdout.trim() || stderr
    })
    assert.deepEqual(told, ['新党员', '1'])
  } finally {
    await fresh.drop()
  }
})
