import { fireEvent, render, screen } from '@testing-library/react'
import { Picks } from '@/components/picks'

test('全选 ticks all but those that stand apart, who are ticked one by one', () => {
  const changed = jest.fn()
  const options = [
    { value: 'a', text: '甲' },
    { value: 'b', text: '乙（请假）', apart: true },
    { value: 'c', text: '丙' },
  ]
  const { rerender } = render(<Picks id="p" label="到了" values={[]} options={options} onChange={changed} all />)
  fireEvent.click(screen.getByText('全选 2 个'))
  expect(changed).toHaveBeenLastCalledWith(['a', 'c'])
  rerender(<Picks id="p" label="到了" values={['a', 'c']} options={options} onChange={changed} all />)
  fireEvent.click(screen.getByText('乙（请假）'))
  expect(changed).toHaveBeenLastCalledWith(['a', 'c', 'b'])
  fireEvent.click(screen.getByText('都不选'))
  expect(changed).toHaveBeenLastCalledWith([])
})

test('全选 of what a search has found keeps what was ticked before, and so does taking it back', () => {
  const changed = jest.fn()
  const options = [
    { value: 'a', text: '甲' },
    { value: 'c', text: '丙' },
  ]
  const { rerender } = render(
    <Picks id="p" label="支部" values={['x', 'a']} options={options} onChange={changed} all />,
  )
  fireEvent.click(screen.getByText('全选 2 个'))
  expect(changed).toHaveBeenLastCalledWith(['x', 'a', 'c'])
  rerender(<Picks id="p" label="支部" values={['x', 'a', 'c']} options={options} onChange={changed} all />)
  fireEvent.click(screen.getByText('都不选'))
  expect(changed).toHaveBeenLastCalledWith(['x'])
})
