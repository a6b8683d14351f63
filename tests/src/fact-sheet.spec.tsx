import { fireEvent, render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { readLedgerFor, readUses } from '@/feed/feed'
import { CitationSheet } from '@/layout/facts/citation-sheet'

jest.mock('@tarojs/taro', () => ({}))
jest.mock('@/feed/feed', () => ({ readLedgerFor: jest.fn(), readUses: jest.fn() }))
jest.mock('@/components/back-closes', () => ({ BackCloses: () => null }))
jest.mock('@/components/ledger-card', () => ({
  LedgerCard: ({ card }: { card: { facts: { value: ReactNode }[] } }) =>
    card.facts.map((it, i) => <div key={i}>{it.value}</div>),
}))
jest.mock('@/layout/facts/fact-actions', () => ({ FactActions: () => null }))

const EMPTY = { events: [], people: [], works: [], glossary: [] }
const EVENT = {
  ...{ id: 'x', title: '某会议', date: '1935-01', summary: '开会。', basis: 'sources', verifyIn: [] },
  ...{ histories: [], people: [], honours: [], figures: [], aliases: [], names: [] },
}
const opened = () =>
  render(
    <CitationSheet
      citation={{ kind: 'event', id: 'x' }}
      near="new-democratic"
      within="a-0001"
      onClose={() => undefined}
    />,
  )

test('a card that an update has taken away says so, and is not opened for ever', async () => {
  jest.mocked(readLedgerFor).mockResolvedValue(EMPTY as never)
  opened()
  expect(await screen.findByText('这张卡已撤下')).toBeTruthy()
  expect(screen.queryByText('正在打开…')).toBeNull()
})

test('a card whose sources an update has taken away says so', async () => {
  jest.mocked(readLedgerFor).mockResolvedValue({ ...EMPTY, events: [EVENT] } as never)
  jest.mocked(readUses).mockResolvedValue([])
  opened()
  fireEvent.click(await screen.findByText('看来源和原话'))
  expect(await screen.findByText(/这一条现在的来源列不出来/)).toBeTruthy()
})
