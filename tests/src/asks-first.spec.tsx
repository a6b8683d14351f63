import { fireEvent, render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import ContestAppealsPage from '@/subpackages/contest/appeals/index'
import { Draft } from '@/subpackages/player/tell/draft'

jest.mock('@tarojs/taro', () => ({
  ...jest.requireActual<object>('@tarojs/taro'),
  useRouter: () => ({ params: { id: 'c' } }),
}))
const mockDrop = jest.fn()
jest.mock('@/subpackages/player/own', () => ({ dropOwn: (own: object) => mockDrop(own), setState: jest.fn() }))
jest.mock('@/subpackages/player/tell/listening', () => ({
  useListening: () => ({ playing: false, toggle: jest.fn() }),
}))
jest.mock('@/stores/settings', () => ({ useSettings: () => 240 }))
jest.mock('@/stores/session', () => ({ authorised: jest.fn() }))
jest.mock('@/layout/states/said', () => ({
  Said: () => null,
  useSaid: () => ({
    said: undefined,
    busy: false,
    attempt: async (doing: () => Promise<unknown>) => !!(await doing()),
  }),
}))
jest.mock('@/subpackages/contest/frame', () => ({
  OrganiserPage: ({ children }: { children: (org: string) => ReactNode }) => children('d'),
  ContestLoaded: ({ of, children }: { of: unknown; children: (of: unknown) => ReactNode }) => children(of),
}))
const mockAppeal = { id: 'a1', number: 3, stem: '题干', name: '示例李', words: '两个都对', at: '2026-11-29T00:00:00Z' }
jest.mock('@/hooks/query', () => ({ useQuery: () => Object.assign([mockAppeal], { reload: async () => undefined }) }))
const mockAnswer = jest.fn(async () => true)
jest.mock('@/api/contest-desk', () => ({
  contestDeskApi: () => ({ of: () => ({ appeals: jest.fn(), answerAppeal: mockAnswer }) }),
}))
jest.mock('@/components/words-field', () => ({
  Words: ({ id, onInput }: { id: string; onInput: (words: string) => void }) => (
    <textarea id={id} onChange={event => onInput(event.target.value)} />
  ),
}))

test('a fresh recording is thrown away only after a question, and stays when one thinks better of it', () => {
  const draft = { episode: 'e-0001', name: 'draft-e-0001-240.m4a', seconds: 240, state: 'draft' } as never
  render(<Draft draft={draft} meta={{ id: 'e-0001', title: '一集' } as never} prompt={undefined} />)
  fireEvent.click(screen.getByText('这段不要了'))
  expect(mockDrop).not.toHaveBeenCalled()
  fireEvent.click(screen.getByText('留着'))
  expect(mockDrop).not.toHaveBeenCalled()
  fireEvent.click(screen.getByText('这段不要了'))
  fireEvent.click(screen.getByText('不要了'))
  expect(mockDrop).toHaveBeenCalledWith(draft)
})

test('an answer that voids a question for good is asked about; one that does not is sent at once', async () => {
  render(<ContestAppealsPage />)
  fireEvent.change(document.querySelector('textarea')!, { target: { value: '确实有两个对的' } })
  fireEvent.click(screen.getByText('题错了，作废'))
  fireEvent.click(screen.getByText('答复，并作废这一题'))
  expect(mockAnswer).not.toHaveBeenCalled()
  expect(screen.getByText(/作废以后不能恢复/)).toBeTruthy()
  fireEvent.click(screen.getByText('答复并作废'))
  expect(mockAnswer).toHaveBeenCalledWith('a1', '确实有两个对的', true)
  fireEvent.click(screen.getByText('题没有错'))
  fireEvent.click(screen.getByText('答复'))
  expect(mockAnswer).toHaveBeenLastCalledWith('a1', '确实有两个对的', false)
})
