import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { ReminderSheet } from '@/layout/reminder-sheet'
import { useSettings } from '@/stores/settings'

const mockAdd = jest.fn(async (event: object) => void event)
// WeChat's calendar: what is written stands there beside what was written before.
jest.mock('@/platform/phone/calendar', () => ({
  CALENDAR_FILE: false,
  addToCalendar: (event: object) => mockAdd(event),
}))
jest.mock('@/platform/phone/clock', () => ({ today: () => '2026-12-31' }))
jest.mock('@/stores/catalog', () => ({ useCatalog: () => 'e起学党史' }))
jest.mock('@/components/back-closes', () => ({ BackCloses: () => null }))

const press = (words: string) => fireEvent.click(screen.getByText(words))

beforeEach(() => {
  mockAdd.mockClear()
  useSettings.setState({ reminder: 'off' })
})

test('one reminder is written however often it is pressed, and its words say the time that was written', async () => {
  const onClose = jest.fn()
  render(<ReminderSheet open onClose={onClose} />)
  press('写进手机日历')
  press('写进手机日历')
  await screen.findByText(/已经写进手机日历，明天起每天 19:30/)
  expect(mockAdd).toHaveBeenCalledTimes(1)
  expect(screen.queryByText('写进手机日历')).toBeNull()
  press('21:00')
  expect(screen.queryByText(/已经写进手机日历.*21:00/)).toBeNull()
  press('19:30')
  press('好')
  expect(onClose).toHaveBeenCalled()
  expect(mockAdd).toHaveBeenCalledTimes(1)
})

test('who wants another time is told that the earlier reminder still stands in the calendar', async () => {
  useSettings.setState({ reminder: '07:30' })
  render(<ReminderSheet open onClose={() => undefined} />)
  expect(screen.getByText(/先前写过一条每天 07:30 的.*两条都会响/)).toBeTruthy()
  press('21:00')
  press('写进手机日历')
  await waitFor(() => expect(mockAdd).toHaveBeenCalledTimes(1))
  await waitFor(() => expect(screen.queryByText(/先前写过/)).toBeNull())
})
