import { after } from 'node:test'
import { CLAIMS, claimed, NOTHING_LEFT } from '../../scripts/test/claims'
import { runAsSuites, runWhatIsLeft } from '../suites'
import { chromiumOptions } from './chromium'
import { closeBrowser, shareBrowser } from './phone'
import { withoutBrowser } from './without-browser'

// `tsx tests/browser/run.ts FILE…`: the files one after another with one browser; with `TEST_CLAIMS=FOLDER` those of them that no other
// process has taken.
// Each of them also runs alone: `npx tsx --test tests/browser/home.test.ts`.
const files = process.argv.slice(2)
const claims = process.env[CLAIMS]

if (chromiumOptions()) {
  shareBrowser()
  after(closeBrowser)
  if (claims) void runWhatIsLeft(files, claims)
  else runAsSuites(files)
} else {
  // Each file is told of once, by whoever takes it.
  const mine = claims ? [...claimed(files, claims)] : files
  const { words, status } = withoutBrowser(mine.length, !!process.env.CI)
  console.log(mine.length > 0 ? words : NOTHING_LEFT)
  process.exitCode = status
}
