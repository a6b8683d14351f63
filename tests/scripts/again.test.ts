import { settled, worthAgain } from '../../scripts/test/again'

const FILES = ['tests/browser/listen.test.ts', 'tests/browser/back.test.ts', 'tests/browser/tell.test.ts']

const SPEC = `▶ listen
  ✔ plays (8.1ms)
  ✖ what plays is in sight (30778.5ms)
    Error: x

✖ listen (30790.1ms)
▶ back
  ✔ goes back (0.2ms)
✔ back (0.5ms)
ℹ pass 2
ℹ fail 1

✖ failing tests:

test at tests/browser/listen.test.ts:2:9165
✖ what plays is in sight (30778.5ms)
  Error: x
`

const TAP = `# Subtest: back
    # Subtest: goes back
    ok 1 - goes back
      ---
      duration_ms: 1.8
      location: '/app/tests/browser/back.test.ts:2:41'
      ...
    # Subtest: stays
    not ok 2 - stays
      ---
      duration_ms: 0.5
      location: '/app/tests/browser/tell.test.ts:2:41'
      failureType: 'testCodeFailure'
      ...
    1..2
ok 1 - back
`

test('the file of a failed test is read off either reporter, and no file of tests that passed', () => {
  expect(worthAgain(SPEC, FILES)).toEqual(['tests/browser/listen.test.ts'])
  expect(worthAgain(TAP, FILES)).toEqual(['tests/browser/tell.test.ts'])
  expect(worthAgain(SPEC.replaceAll('✖', '✔').replace(/test at.*/, ''), FILES)).toEqual([])
})

test('a suite that failed before its tests is known by its name', () => {
  expect(worthAgain('✖ back (30.1ms)\n', FILES)).toEqual(['tests/browser/back.test.ts'])
  expect(worthAgain('not ok 3 - tell\n', FILES)).toEqual(['tests/browser/tell.test.ts'])
})

test('a few files are worth a second run; many are not, and neither is a failure of nobody knows what', () => {
  expect(worthAgain(SPEC, FILES)).toEqual(['tests/browser/listen.test.ts'])
  const many = Array.from({ length: 4 }, (_, i) => `tests/server/${i}.test.ts`)
  expect(worthAgain(many.map((_, i) => `✖ ${i} (1ms)\n`).join(''), many)).toEqual([])
  expect(worthAgain('out of memory', FILES)).toEqual([])
  expect(worthAgain(SPEC, ['tests/browser/back.test.ts'])).toEqual([])
  expect(worthAgain(SPEC)).toEqual([])
})

test('where only some files wait for another process, the others get no second run, and neither do those that failed beside them', () => {
  expect(worthAgain(SPEC, FILES, ['tests/browser/listen.test.ts'])).toEqual(['tests/browser/listen.test.ts'])
  expect(worthAgain(SPEC, FILES, ['tests/browser/back.test.ts'])).toEqual([])
  expect(worthAgain(`${SPEC}✖ tell (1ms)\n`, FILES, ['tests/browser/listen.test.ts'])).toEqual([])
})

const outcome = (passed: number, failed: number) => ({
  name: 'browser 1',
  seconds: 10,
  passed,
  failed,
  skipped: 1,
  crashed: false,
})

test('after a second run that passes its tests count as passed, and it stays in sight that there was one', () => {
  expect(settled(outcome(20, 2), outcome(5, 0), [FILES[0]!])).toEqual({
    ...outcome(22, 0),
    seconds: 20,
    again: ['listen'],
  })
})

test('a second failure, or fewer tests than had failed, leaves the first count', () => {
  expect(settled(outcome(20, 2), outcome(4, 1), [FILES[0]!])).toEqual(outcome(20, 2))
  expect(settled(outcome(20, 2), outcome(1, 0), [FILES[0]!])).toEqual(outcome(20, 2))
})
