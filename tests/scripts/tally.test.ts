import { withoutBrowser } from '../browser/without-browser'
import { countJest, countNodeTest, tallyOf } from '../../scripts/test/tally'

const NODE = 'ℹ tests 5\nℹ suites 0\nℹ pass 3\nℹ fail 1\nℹ cancelled 1\nℹ skipped 0\nℹ todo 0\n'
const JEST = 'Test Suites: 2 passed, 2 total\nTests:       1 failed, 2 skipped, 1 todo, 30 passed, 34 total\n'

test('jest’s line and node’s lines are read', () => {
  expect(countJest(JEST)).toEqual({ passed: 30, failed: 1, skipped: 3 })
  expect(countNodeTest(NODE)).toEqual({ passed: 3, failed: 2, skipped: 0 })
  expect(countNodeTest('# pass 12\n# fail 0\n# skipped 4\n')).toEqual({ passed: 12, failed: 0, skipped: 4 })
  expect(countJest('out of memory')).toBeUndefined()
  expect(countNodeTest('out of memory')).toBeUndefined()
})

test('a step without a count is one test', () => {
  expect(tallyOf(0, '')).toEqual({ passed: 1, failed: 0, skipped: 0, crashed: false })
  expect(tallyOf(1, '')).toEqual({ passed: 0, failed: 1, skipped: 0, crashed: true })
})

test('a step that crashed is one failure more, unless its runner reported one', () => {
  expect(tallyOf(1, NODE, countNodeTest)).toMatchObject({ passed: 3, failed: 2, crashed: false })
  expect(tallyOf(1, 'ℹ pass 3\nℹ fail 0\n', countNodeTest)).toMatchObject({ passed: 3, failed: 1, crashed: true })
  expect(tallyOf(null, 'ℹ pass 3\nℹ fail 0\n', countNodeTest)).toMatchObject({ failed: 1, crashed: true })
})

test('a runner that said nothing has failed, whatever its status', () => {
  expect(tallyOf(0, '', countJest)).toEqual({ passed: 0, failed: 1, skipped: 0, crashed: true })
  expect(tallyOf(null, '', countNodeTest)).toMatchObject({ failed: 1, crashed: true })
})

test('without a browser its files are skipped, and failed on a machine that is to say whether all is well', () => {
  const tally = (ci: boolean) => {
    const { words, status } = withoutBrowser(20, ci)
    return tallyOf(status, words, countNodeTest)
  }
  expect(tally(false)).toEqual({ passed: 0, failed: 0, skipped: 20, crashed: false })
  expect(tally(true)).toEqual({ passed: 0, failed: 20, skipped: 0, crashed: false })
})
