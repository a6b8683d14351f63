import { render } from '@testing-library/react'
import { useAgain } from '@/hooks/again'

function Page({ reload, everyMs }: { reload: () => Promise<void>; everyMs?: number }) {
  useAgain(reload, everyMs)
  return null
}

test('a page that waits asks again by itself, and stops when there is nothing to wait for', () => {
  jest.useFakeTimers()
  const reload = jest.fn(async () => undefined)
  const page = render(<Page reload={reload} everyMs={3_000} />)
  jest.advanceTimersByTime(6_500)
  expect(reload).toHaveBeenCalledTimes(2)
  page.rerender(<Page reload={reload} />)
  jest.advanceTimersByTime(60_000)
  expect(reload).toHaveBeenCalledTimes(2)
  jest.useRealTimers()
})
