import { createRequire } from 'node:module'
import path from 'node:path'
import { after, describe } from 'node:test'
import { chromiumOptions } from './chromium'
import { closeBrowser, shareBrowser } from './phone'
import { withoutBrowser } from './without-browser'

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
  const { words, status } = withoutBrowser(files.length, !!process.env.CI)
  console.log(words)
  process.exitCode = status
}
