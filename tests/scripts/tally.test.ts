import { withoutBrowser } from '../browser/without-browser'
import { NOTHING_LEFT } from '../../scripts/test/claims'
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

test('what a test prints is not taken for the count: the last line is', () => {
  expect(countNodeTest(`ℹ pass 900\nℹ fail 0\n${NODE}`)).toEqual({ passed: 3, failed: 2, skipped: 0 })
  expect(countJest(`Tests:       900 passed, 900 total\n${JEST}`)).toEqual({ passed: 30, failed: 1, skipped: 3 })
})

test('a suite of jest that did not load is one failure, however often it is told', () => {
  const broken = (name: string) =>
    `FAIL node tests/${name}.test.ts\n  ● Test suite failed to run\n\n    Cannot find module\n`
  const red = 'FAIL node tests/red.test.ts (5.2 s)\n  ✕ red\n\n  ● red\n\n    ● Test suite failed to run\n'
  const told = [red, broken('a'), broken('b'), broken('c')].join('\n')
  const end = 'Test Suites: 4 failed, 2 passed, 6 total\nTests:       1 failed, 30 passed, 31 total\n'
  const counted = { passed: 30, failed: 4, skipped: 0 }
  expect(countJest(told + end)).toEqual(counted)
  expect(countJest(`${told}Summary of all failing tests\n${told}${end}`)).toEqual(counted)
  const more = end.replace('1 failed, 30', '5 failed, 30')
  expect(countJest(told + more)).toMatchObject({ failed: 8 })
  expect(countJest(end)).toMatchObject({ failed: 4 })
})

test('a runner that ran nothing has failed', () => {
  const none = 'Test Suites: 0 of 3 total\nTests:       0 total\n'
  expect(tallyOf(0, none, countJest)).toEqual({ passed: 0, failed: 1, skipped: 0, crashed: true })
  expect(tallyOf(0, 'ℹ pass 0\nℹ fail 0\n', countNodeTest)).toMatchObject({ failed: 1, crashed: true })
})

test('a runner whose files others had taken has not failed, unless it ended badly', () => {
  const said = `${NOTHING_LEFT}\nℹ pass 0\nℹ fail 0\n`
  expect(tallyOf(0, said, countNodeTest)).toEqual({ passed: 0, failed: 0, skipped: 0, crashed: false })
  expect(tallyOf(1, said, countNodeTest)).toMatchObject({ failed: 1, crashed: true })
  expect(tallyOf(null, NOTHING_LEFT, countNodeTest)).toMatchObject({ failed: 1, crashed: true })
})

test('a step without a count is one test, which a signal makes crash and a fault that it found does not', () => {
  expect(tallyOf(0, '')).toEqual({ passed: 1, failed: 0, skipped: 0, crashed: false })
  expect(tallyOf(1, '')).toEqual({ passed: 0, failed: 1, skipped: 0, crashed: false })
  expect(tallyOf(null, '')).toEqual({ passed: 0, failed: 1, skipped: 0, crashed: true })
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
