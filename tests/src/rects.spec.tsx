import { measureRects } from '@/platform/page/rects'

afterEach(() => {
  jest.useRealTimers()
  document.body.innerHTML = ''
})

test('on the web nodes are measured at once, though the clock of the phone stands still or is put back', async () => {
  jest.useFakeTimers()
  document.body.innerHTML = '<p></p><p></p><div id="box"></div>'
  const nodes = [...document.querySelectorAll('p')]
  nodes.forEach((node, at) => {
    node.getBoundingClientRect = () => new DOMRect(0, at * 100, 50, 40)
  })
  const [found, box, none] = await measureRects('p', '#box', '.not-there')
  expect(found!.map(({ top, bottom, right }) => [top, bottom, right])).toEqual([
    [0, 40, 50],
    [100, 140, 50],
  ])
  expect([box!.length, none]).toEqual([1, []])
  expect(jest.getTimerCount()).toBe(0)
})
