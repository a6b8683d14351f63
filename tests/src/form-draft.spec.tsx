import { act, fireEvent, render, screen } from '@testing-library/react'
import { useFormDraft } from '@/hooks/form-draft'
import { Resumed } from '@/layout/states/resumed'
import { useFormDrafts } from '@/stores/form-drafts'
import { memoryKeyValue } from './memory-key-value'

const mockKept = memoryKeyValue()
jest.mock('@/storage/records', () => ({ memberKeyValue: async () => mockKept }))
jest.mock('@/storage/erasure', () => ({ joinErasure: () => undefined }))
jest.mock('@/platform/phone/clock', () => ({ now: () => Date.parse('2026-11-29T12:00:00+08:00') }))

const settled = () => act(() => new Promise(resolve => setTimeout(resolve, 5)))
function Visit({ id, findings }: { id: string; findings: string }) {
  const draft = useFormDraft(`visit ${id}`, { findings, day: '2026-11-29' })
  return (
    <>
      <Resumed draft={draft} />
      <textarea value={draft.it.findings} onChange={event => draft.change({ findings: event.target.value })} />
      <span id="day">{draft.it.day}</span>
      <button onClick={draft.forget}>记下</button>
    </>
  )
}
const words = () => document.querySelector('textarea')!.value
/** The app is killed and opened again: only what is kept is left. */
async function relaunched(id: string, findings = '') {
  await settled()
  useFormDrafts.setState({ entries: {}, loaded: false })
  const page = render(<Visit id={id} findings={findings} />)
  await settled()
  return page
}

beforeEach(() => {
  mockKept.raw.clear()
  useFormDrafts.setState({ entries: {}, loaded: false })
})

test('what was typed is there after a kill, of this form alone, and says so', async () => {
  const first = render(<Visit id="v1" findings="" />)
  fireEvent.change(document.querySelector('textarea')!, { target: { value: '会议记录缺两次' } })
  first.unmount()
  const again = await relaunched('v1', '别处写的')
  expect([words(), document.querySelector('#day')!.textContent]).toEqual(['会议记录缺两次', '2026-11-29'])
  expect(screen.getByText(/上次没有写完的还在/)).toBeTruthy()
  again.unmount()
  await relaunched('v2')
  expect(words()).toBe('')
  expect(screen.queryByText(/上次没有写完的还在/)).toBeNull()
})

test('what was sent, or is not wanted, does not come back', async () => {
  const first = render(<Visit id="v1" findings="原来的" />)
  await settled()
  fireEvent.change(document.querySelector('textarea')!, { target: { value: '改过的' } })
  fireEvent.click(screen.getByText('记下'))
  expect(words()).toBe('原来的')
  first.unmount()
  const again = await relaunched('v1', '原来的')
  expect(words()).toBe('原来的')
  again.unmount()
})
