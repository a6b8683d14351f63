import { createRequire } from 'node:module'
import path from 'node:path'
import { after, describe } from 'node:test'
import { chromiumOptions } from './chromium'
import { closeBrowser, shareBrowser } from './phone'

// `tsx tests/browser/run.ts FILE…`: the files one after another with one browser.
// Each of them also runs alone: `npx tsx --test tests/browser/home.test.ts`.
const files = process.argv.slice(2)

// A group is filled while it is declared: an import that is waited for would come too late.
const load = createRequire(__filename)

if (chromiumOptions()) {
  shareBrowser()
  for (const file of files) {
    describe(path.basename(file, '.test.ts'), () => {
      load(path.resolve(file))
    })
  }
  after(closeBrowser)
} else {
  console.log('这台机器没有 Chromium，也不是 Linux x64：浏览器测试没有运行。CHROMIUM=… 指一个')
  // On a machine that is to say whether all is well, what could not be looked at is not well.
  const failed = process.env.CI ? files.length : 0
  console.log(`ℹ pass 0\nℹ fail ${failed}\nℹ skipped ${files.length - failed}`)
  process.exitCode = failed > 0 ? 1 : 0
}
