import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { Checkout, type Run } from './checkout'

const skip = process.platform === 'linux' ? false : 'looks for what is left in /proc'
const BUILT = ['dist/feed', 'dist/errata.json', 'dist/h5', '.cache/build/feed.json', '.cache/build/h5.json']
const WORDS = {
  feed: /正在检查和编译内容/,
  bundler: /正在构建网页/,
  page: /在浏览器里打开 +(http:\S+)/,
  service: /参与服务 +http/,
}
const WISHED = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

let checkout: Checkout
/** A checkout with little to compile, and with what is built in it already. */
const fresh = (...built: ('feed' | 'app')[]) => {
  before(async () => {
    checkout = new Checkout().smallContent()
    if (built.includes('feed')) await checkout.smallFeed()
    if (built.includes('app')) checkout.smallApp()
  })
  after(() => checkout.remove())
}

describe('stopped while the feed is compiled', { skip }, () => {
  fresh()
  for (const signal of WISHED) {
    it(`${signal}: a wished stop, nothing runs on`, async () => {
      const run = checkout.start()
      await run.says(WORDS.feed)
      await sleep(300)
      run.kill(signal, signal === 'SIGINT')
      assert.deepEqual(await run.ended, { code: 0, signal: null })
      assert.deepEqual(await checkout.empty(), [])
      assert.match(run.output, /已停止\n$/)
    })
  }

  it('killed: nothing runs on, and the next start waits for nobody', async () => {
    const killed = checkout.start()
    await killed.says(WORDS.feed)
    await sleep(300)
    killed.kill('SIGKILL')
    assert.deepEqual(await checkout.empty(), [])
    const run = checkout.start()
    await run.says(WORDS.bundler)
    assert.doesNotMatch(run.output, /另一个进程/)
    run.kill('SIGTERM')
    await run.ended
  })
})

describe('stopped while the bundler runs', { skip }, () => {
  fresh('feed')
  for (const signal of [...WISHED, 'SIGKILL'] as const) {
    it(`${signal}: nothing runs on, and nothing half made is left`, async () => {
      const run = checkout.start()
      await run.says(WORDS.bundler)
      // The bundler has begun when it has made its folder.
      const dist = path.join(checkout.root, 'dist')
      await run.until('a folder', () => fs.readdirSync(dist).some(it => it.startsWith('.h5-')))
      run.kill(signal, signal === 'SIGINT')
      assert.deepEqual(await run.ended, signal === 'SIGKILL' ? { code: null, signal } : { code: 0, signal: null })
      assert.deepEqual(await checkout.empty(), [])
      assert.equal(fs.existsSync(path.join(checkout.root, 'dist/h5')), false)
      if (signal !== 'SIGKILL') assert.deepEqual(fs.readdirSync(path.join(checkout.root, 'dist')), ['feed'])
    })
  }
})

describe('the bundler works while the feed is compiled', { skip }, () => {
  fresh('feed', 'app')
  const brand = () => path.join(checkout.root, 'content/brand.yml')

  it('a feed that turns out as it was gives the bundler up, and the app stays', async () => {
    fs.appendFileSync(brand(), '\n# nobody sees this\n')
    const run = checkout.start()
    await run.says(WORDS.page)
    assert.match(run.output, /网页 {2}没有改动/)
    run.kill('SIGTERM')
    await run.ended
    assert.deepEqual(await checkout.empty(), [])
    assert.deepEqual(fs.readdirSync(path.join(checkout.root, 'dist')).sort(), ['feed', 'h5'])
  })

  const saysErrors = (run: Run) => {
    assert.match(run.output, /content\/brand\.yml:\d+ {2}错误/)
    assert.match(run.output, /内容有错误，没有编译/)
    assert.doesNotMatch(run.output, /没有构建成功/)
    assert.deepEqual(fs.readdirSync(path.join(checkout.root, 'dist')).sort(), ['feed', 'h5'])
  }

  it('a feed with errors says them, and what was built before is served with a word that it is the old one', async () => {
    fs.appendFileSync(brand(), 'nothing: known\n')
    const run = checkout.start()
    const [, address] = await run.says(WORDS.page)
    saysErrors(run)
    assert.match(
      run.output,
      /错误[^]*注意：下面打开的是 20\d\d-\d\d-\d\d \d\d:\d\d 做好的旧网页（dist\/h5）[^]*再运行一次 npm start/,
    )
    assert.equal(
      await (await fetch(address!)).text(),
      fs.readFileSync(path.join(checkout.root, 'dist/h5/index.html'), 'utf8'),
    )
    await run.says(WORDS.service)
    run.kill('SIGTERM')
    assert.deepEqual(await run.ended, { code: 0, signal: null })
    assert.deepEqual(await checkout.empty(), [])
  })

  it('… but not one that was built for another service: then it ends with the errors', async () => {
    const run = checkout.start({ env: { SERVICE_URL: 'https://service.invalid' } })
    assert.deepEqual(await run.ended, { code: 1, signal: null })
    saysErrors(run)
    assert.doesNotMatch(run.output, /旧网页/)
    assert.deepEqual(await checkout.empty(), [])
  })

  it('… nor one that is not whole', async () => {
    fs.rmSync(path.join(checkout.root, 'dist/h5/index.html'))
    const run = checkout.start()
    assert.deepEqual(await run.ended, { code: 1, signal: null })
    saysErrors(run)
    assert.deepEqual(await checkout.empty(), [])
  })
})

describe('what the machine does not let it do', { skip }, () => {
  fresh()
  const whole = (run: Run, words: RegExp) => {
    assert.match(run.output, words)
    assert.doesNotMatch(run.output, /\n +at /)
  }

  it('a file where its folder goes is named in words', async () => {
    fs.writeFileSync(path.join(checkout.root, '.cache'), '')
    const run = checkout.start()
    assert.deepEqual(await run.ended, { code: 1, signal: null })
    whole(run, /请把它移开再试：\/.*\/\.cache.*（E(EXIST|NOTDIR)）\n$/)
    fs.rmSync(path.join(checkout.root, '.cache'))
  })

  it('a disk that is full while the feed is written, too', async () => {
    // As a full disk does: what there was stays, and nothing more can be written.
    const full = path.join(checkout.root, 'full.cjs')
    const error = `Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', errno: -28, syscall: 'write' })`
    fs.writeFileSync(
      full,
      `const { promises } = require('node:fs')
       const { writeFile } = promises
       promises.writeFile = (file, ...rest) => /dist.feed/.test(file) ? Promise.reject(${error}) : writeFile(file, ...rest)`,
    )
    const run = checkout.start({ env: { NODE_OPTIONS: `--require ${full}` } })
    assert.deepEqual(await run.ended, { code: 1, signal: null })
    whole(run, /磁盘满了，请腾出空间再试：\/.*（ENOSPC）\n内容没有编译成，原因在上面/)
    assert.deepEqual(await checkout.empty(), [])
  })
})

describe('the app that was built here', { skip }, () => {
  before(() => (checkout = new Checkout()).take(...BUILT))
  after(() => checkout.remove())

  it('nothing is built, the page is up at once, and few lines are said', async () => {
    const run = checkout.start()
    const [, address] = await run.says(WORDS.page)
    assert.doesNotMatch(run.output, /正在构建|正在检查/)
    assert.equal((await fetch(address!)).status, 200)
    await run.says(WORDS.service)
    assert.equal((await fetch(`${address}v1/meta`).catch(() => undefined))?.status === 503, false)
    run.kill('SIGINT', true)
    assert.deepEqual(await run.ended, { code: 0, signal: null })
    assert.deepEqual(await checkout.empty(), [])
    assert.ok(run.output.split('\n').length <= 20, run.output)
    assert.doesNotMatch(run.output, /\r/)
    assert.doesNotMatch(run.output, /57P01|connection lost/)
  })
})

describe('when all is current', { skip }, () => {
  fresh('feed', 'app')

  for (const signal of WISHED) {
    it(`${signal} while the service starts: all ends, its PostgreSQL too`, async () => {
      fs.rmSync(path.join(checkout.root, '.data'), { recursive: true, force: true })
      const run = checkout.start()
      await run.says(WORDS.page)
      await run.until('PostgreSQL', () => checkout.leftovers().some(line => line.includes('postgres')))
      run.kill(signal)
      assert.deepEqual(await run.ended, { code: 0, signal: null })
      assert.deepEqual(await checkout.empty(), [])
    })
  }

  it('killed while it serves: the next start goes on with the PostgreSQL that was left, and ends it', async () => {
    const killed = checkout.start()
    await killed.says(WORDS.service)
    killed.kill('SIGKILL')
    await killed.ended
    const run = checkout.start()
    await run.says(WORDS.service)
    run.kill('SIGTERM')
    assert.deepEqual(await run.ended, { code: 0, signal: null })
    assert.deepEqual(await checkout.empty(), [])
  })

  it('two in one checkout: the database stays up until the second has ended', async () => {
    const [first, second] = [checkout.start(), checkout.start()]
    await first.says(WORDS.service)
    const [, address] = await second.says(WORDS.page)
    await second.says(WORDS.service)
    first.kill('SIGTERM')
    await first.ended
    assert.equal((await fetch(`${address}readyz`)).status, 200)
    second.kill('SIGTERM')
    await second.ended
    assert.deepEqual(await checkout.empty(), [])
  })

  it('without a database the page is served all the same, and the reason is said', async () => {
    const run = checkout.start({ env: { DATA_DIR: '/dev/null/none' } })
    const [, address] = await run.says(WORDS.page)
    await run.says(/参与服务没有启动，页面照常可用。原因：/)
    assert.equal((await fetch(address!)).status, 200)
    assert.equal((await fetch(`${address}v1/me`)).status, 503)
    run.kill('SIGTERM')
    assert.deepEqual(await run.ended, { code: 0, signal: null })
  })

  it('through npm: Ctrl+C in the terminal, and SIGTERM to npm alone, end everything', async () => {
    for (const [signal, group] of [
      ['SIGINT', true],
      ['SIGTERM', false],
    ] as const) {
      const run = checkout.start({ npm: true })
      await run.says(WORDS.service)
      run.kill(signal, group)
      await run.ended
      assert.deepEqual(await checkout.empty(), [])
    }
  })

  it('a port that is taken is said before anything is done', async () => {
    const first = checkout.start()
    const [, address] = await first.says(WORDS.page)
    const { port } = new URL(address!)
    const second = checkout.start({ env: { PORT: port } })
    assert.deepEqual(await second.ended, { code: 1, signal: null })
    assert.match(second.output, new RegExp(`^端口 ${port} 已被占用.*PORT=\\d+ npm start\n$`))
    first.kill('SIGTERM')
    await first.ended
  })
})
