/** A phone with this status bar, on which the selectors find these rectangles. */
const mockPhone = { statusBar: 0, rects: {} as Record<string, MockRects> }
type MockRects = { top: number; bottom: number }[]
const mockScrolled = jest.fn(async (it: object) => void it)

jest.mock('@tarojs/taro', () => {
  const query = () => {
    const found: unknown[] = []
    const told: ((rects: unknown) => void)[] = []
    const select = (pick: (rects: MockRects) => unknown) => (selector: string) => ({
      boundingClientRect(tell?: (rects: unknown) => void) {
        const rects = pick(mockPhone.rects[selector] ?? [])
        found.push(rects)
        told.push(() => tell?.(rects))
        return chain
      },
    })
    const chain = {
      selectAll: select(rects => rects),
      select: select(rects => rects[0] ?? null),
      exec: (tell?: (all: unknown[]) => void) => {
        told.forEach(one => one(undefined))
        tell?.(found)
      },
    }
    return chain
  }
  return {
    __esModule: true,
    default: {
      getWindowInfo: () => ({ windowWidth: 390, windowHeight: 844, statusBarHeight: mockPhone.statusBar }),
      getMenuButtonBoundingClientRect: () => ({ left: 281 }),
      pageScrollTo: (it: object) => mockScrolled(it),
      nextTick: (run: () => void) => run(),
      createSelectorQuery: query,
    },
  }
})

jest.mock('@/platform/page/rects', () => jest.requireActual<object>('@/platform/page/rects.weapp'))

// What the phone is like is asked once a run, so each test begins its own.
const load = async () => ({
  ...(await import('@/platform/page/scroll')),
  ...(await import('@/platform/page/paragraphs')),
})

/** px of the title bar itself, at the largest type (styles/tokens: touch 60, and 8). */
const BAR = 68

beforeEach(() => {
  jest.resetModules()
  jest.useFakeTimers()
  process.env.TARO_ENV = 'weapp'
  mockScrolled.mockClear()
  mockPhone.rects = {}
})
afterEach(() => {
  jest.useRealTimers()
  process.env.TARO_ENV = 'h5'
})

test.each([0, 20, 44, 47, 59])(
  'what is scrolled to lies clear of the title bar under a status bar of %i px',
  async bar => {
    mockPhone.statusBar = bar
    const { scrollToNode } = await load()
    scrollToNode('e1')
    await jest.runAllTimersAsync()
    const [[it]] = mockScrolled.mock.calls as [[{ selector: string; offsetTop: number }]]
    expect(it.selector).toBe('#e1')
    expect(-it.offsetTop).toBeGreaterThanOrEqual(bar + BAR)
    // Nor far below it: the eye looks for it at the top.
    expect(-it.offsetTop).toBeLessThanOrEqual(bar + BAR + 30)
  },
)

test('on the web a node within a positioned box is measured from the top of the page, not of that box', async () => {
  process.env.TARO_ENV = 'h5'
  mockPhone.rects = {
    '.title-bar': [{ top: 0, bottom: 56 }],
    // A page below this one has no size.
    '.screen': [
      { top: 0, bottom: 0 },
      { top: -200, bottom: 3000 },
    ],
    '#e1': [{ top: 700, bottom: 740 }],
  }
  const { scrollToNode } = await load()
  scrollToNode('e1')
  await jest.runAllTimersAsync()
  const [[it]] = mockScrolled.mock.calls as unknown as [[{ scrollTop: number }]]
  expect(900 - it.scrollTop).toBeGreaterThanOrEqual(56)
  expect(900 - it.scrollTop).toBeLessThanOrEqual(BAR + 30)
})

describe('a title bar whose controls take two lines', () => {
  // The largest type beside WeChat's capsule, or on the narrowest phone.
  const TWO_LINES = 59 + 2 * 60 + 8
  const bar = { top: 0, bottom: TWO_LINES }
  beforeEach(() => {
    mockPhone.statusBar = 59
  })

  test('covers nothing of what is scrolled to', async () => {
    mockPhone.rects = { '.title-bar': [{ top: 0, bottom: 0 }, bar] }
    const { scrollToNode } = await load()
    scrollToNode('e1')
    await jest.runAllTimersAsync()
    const [[it]] = mockScrolled.mock.calls as [[{ offsetTop: number }]]
    expect(-it.offsetTop).toBeGreaterThanOrEqual(TWO_LINES)
    expect(-it.offsetTop).toBeLessThanOrEqual(TWO_LINES + 30)
  })

  test('hides a paragraph that ends behind it', async () => {
    mockPhone.rects = {
      '.title-bar': [bar],
      '#box p': [
        { top: -200, bottom: TWO_LINES },
        { top: TWO_LINES, bottom: 500 },
      ],
      '#box': [{ top: -200, bottom: 2000 }],
    }
    const { surveyParagraphs } = await load()
    expect((await surveyParagraphs('#box', 'p'))?.first).toBe(1)
  })

  test('hides a sentence of the transcript that has been scrolled behind it', async () => {
    mockPhone.rects = {
      '.title-bar': [bar],
      '#from': [{ top: 0, bottom: TWO_LINES }],
      '#to': [{ top: 900, bottom: 950 }],
    }
    const { scrollAlong } = await load()
    expect(await scrollAlong('from', 'to')).toBe(false)
  })
})

test('a paragraph that ends behind the bars is not the first in sight', async () => {
  mockPhone.statusBar = 59
  mockPhone.rects = {
    '#box p': [
      { top: -200, bottom: 59 + BAR },
      { top: 59 + BAR, bottom: 500 },
    ],
    '#box': [{ top: -200, bottom: 2000 }],
  }
  const { surveyParagraphs } = await load()
  expect((await surveyParagraphs('#box', 'p'))?.first).toBe(1)
})

test('the page does not follow the transcript for who has scrolled its sentence behind the bars', async () => {
  mockPhone.statusBar = 59
  mockPhone.rects = { '#from': [{ top: 0, bottom: 59 + BAR }], '#to': [{ top: 900, bottom: 950 }] }
  const { scrollAlong } = await load()
  expect(await scrollAlong('from', 'to')).toBe(false)
})
