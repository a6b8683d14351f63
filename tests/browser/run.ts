import { after } from 'node:test'
import { runAsSuites } from '../suites'
import { chromiumOptions } from './chromium'
import { closeBrowser, shareBrowser } from './phone'
import { withoutBrowser } from './without-browser'

// `tsx tests/browser/run.ts FILE…`: the files one after another with one browser.
// Each of them also runs alone: `npx tsx --test tests/browser/home.test.ts`.
const files = process.argv.slice(2)

if (chromiumOptions()) {
  shareBrowser()
  runAsSuites(files)
  after(closeBrowser)
} else {
  const { words, status } = withoutBrowser(files.length, !!process.env.CI)
  console.log(words)
  process.exitCode = status
}
