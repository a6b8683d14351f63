import type { PoolQuestion } from '@domain/contract/contest-pool'

/** A pool of so many questions: types, difficulties and topics in turn. */
export function poolOf(size: number): PoolQuestion[] {
  return Array.from({ length: size }, (_, i) => {
    const type = (['single', 'multiple', 'judge'] as const)[i % 3]!
    const options = type === 'judge' ? [] : ['a', 'b', 'c', 'd'].map(id => ({ id, text: `第 ${i + 1} 题的选项 ${id}` }))
    return {
      number: i + 1,
      type,
      stem: `第 ${i + 1} 题`,
      options,
      key: type === 'judge' ? [String(i % 2 === 0)] : type === 'single' ? ['abcd'[i % 4]!] : ['a', 'c'],
      basis: `书第 ${i + 1} 页`,
      explain: '',
      difficulty: ((i % 3) + 1) as 1 | 2 | 3,
      topic: i % 2 === 0 ? '一大' : '',
    }
  })
}
