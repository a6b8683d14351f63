import { render, screen } from '@testing-library/react'
import type { Slot } from '@domain/quiz/session'
import { Options } from '@/subpackages/exam/run/options'
import { question } from '../domain/quiz/pool'

const names = (given: string[], told = true) => {
  const several = question(1, { type: 'multiple', answer: ['a', 'c', 'd'] } as object)
  const slot = { question: several.id, options: ['a', 'b', 'c', 'd'], given } as unknown as Slot
  const { container } = render(
    <Options question={several as never} slot={slot} answered told={told} onChange={() => undefined} />,
  )
  return [...container.querySelectorAll('.option')].map(it => it.getAttribute('aria-label'))
}

test('who chose one of three right ones sees which two were missed', () => {
  expect(names(['a'])).toEqual(['A，选项a，选对了', 'B，选项b', 'C，选项c，漏选了', 'D，选项d，漏选了'])
})

test('who chose a wrong one beside a right one sees all four stand apart', () => {
  expect(names(['b', 'c'])).toEqual(['A，选项a，漏选了', 'B，选项b，您的选择', 'C，选项c，选对了', 'D，选项d，漏选了'])
})

test('背题, where nobody has chosen, only says which are right', () => {
  expect(names(['a', 'c', 'd'], false)).toEqual([
    'A，选项a，正确答案',
    'B，选项b',
    'C，选项c，正确答案',
    'D，选项d，正确答案',
  ])
  expect(screen.queryByText('选对了')).toBeNull()
})
