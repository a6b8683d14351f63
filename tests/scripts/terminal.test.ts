import { tellProgress } from '../../scripts/start/terminal'

const screen = (isTTY: boolean, columns = 80) => {
  let text = ''
  return { isTTY, columns, write: (part: string) => (text += part), shown: () => text }
}

beforeEach(() => jest.useFakeTimers({ doNotFake: [] }))
afterEach(() => jest.useRealTimers())

it('in a file each thing is a plain line, whatever time it takes', () => {
  const out = screen(false)
  const { doing, done, end } = tellProgress(out, {})
  doing('正在构建网页', 41.2)
  jest.advanceTimersByTime(60_000)
  done('网页  构建好了')
  end()
  expect(out.shown()).toBe('正在构建网页 …（上次 41 秒）\n网页  构建好了\n')
})

it('in a terminal one line counts the seconds and is replaced by what was done', () => {
  const out = screen(true)
  const { doing, done } = tellProgress(out, {})
  doing('正在构建网页', 41.2)
  jest.advanceTimersByTime(2_100)
  done('网页  构建好了')
  jest.advanceTimersByTime(5_000)
  const drawn = out.shown().split('\r\u001B[K')
  expect(drawn).toEqual([
    '',
    '正在构建网页 0 秒（上次 41 秒）',
    '正在构建网页 1 秒（上次 41 秒）',
    '正在构建网页 2 秒（上次 41 秒）',
    '网页  构建好了\n',
  ])
})

it.each([{ TERM: 'dumb' }, { CI: 'true' }])(
  'a terminal that cannot, or nobody looks at (%j), gets plain lines',
  env => {
    const out = screen(true)
    tellProgress(out, env).doing('正在构建网页')
    expect(out.shown()).toBe('正在构建网页 …\n')
  },
)

it('the line never wraps', () => {
  const out = screen(true, 20)
  const { doing, end } = tellProgress(out, {})
  doing('正在构建网页，这一次要很久很久很久很久')
  end()
  expect(out.shown().split('\r\u001B[K')[1]).toHaveLength(9)
})
