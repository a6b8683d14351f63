import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { CONSENT_TEXT } from '@domain/contract/consent-text'
import { askSecretary, bind, bindByCode } from '@/actions/binding'
import { replace } from '@/navigation'
import BindPage from '@/subpackages/account/bind/index'

jest.mock('@/layout/screen', () => ({ Screen: ({ children }: { children: ReactNode }) => children }))
jest.mock('@/api/client', () => ({ hasService: () => true }))
jest.mock('@/platform/phone/wechat', () => ({ canUseWechat: () => true }))
jest.mock('@/navigation', () => ({
  open: jest.fn(),
  replace: jest.fn(),
  routes: { account: () => '/account' },
}))
jest.mock('@/actions/held-days', () => ({}))
jest.mock('@/actions/binding', () => ({ bind: jest.fn(), bindByCode: jest.fn(), askSecretary: jest.fn() }))

const binding = jest.mocked(bind)
const asking = jest.mocked(askSecretary)
const button = (name: string) => screen.getByRole('button', { name })
const box = () => screen.getByRole('checkbox', { name: '我看过上面的说明，同意上传' })

function fill() {
  fireEvent.change(screen.getByLabelText('邀请码（八位，书记发给您）'), { target: { value: ' 7K3M-9QXT ' } })
  fireEvent.change(screen.getByLabelText('姓名'), { target: { value: '张示例' } })
  fireEvent.change(screen.getByLabelText('手机号后四位'), { target: { value: '1234' } })
}

beforeEach(() => {
  jest.mocked(replace).mockReset()
  binding.mockReset().mockResolvedValue(undefined)
  asking.mockReset().mockResolvedValue()
  render(<BindPage />)
})

test('the whole consent text is shown, as a draft, above a box that nobody has ticked', () => {
  for (const { title, lines } of CONSENT_TEXT) {
    expect(screen.getByText(title)).toBeTruthy()
    for (const line of lines) expect(screen.getByText(line)).toBeTruthy()
  }
  expect(screen.getByText(/草案，须法务确认/)).toBeTruthy()
  expect(box().getAttribute('aria-checked')).toBe('false')
})

test('without the tick nothing is asked of anybody, however complete the form', () => {
  fill()
  fireEvent.click(button('同意并绑定'))
  fireEvent.click(button('对不上，请书记确认'))
  expect(binding).not.toHaveBeenCalled()
  expect(asking).not.toHaveBeenCalled()
})

test('with the tick the three things are sent as they were meant, without spaces at the ends', async () => {
  fill()
  fireEvent.click(box())
  fireEvent.click(button('同意并绑定'))
  await waitFor(() => expect(binding).toHaveBeenCalledWith({ invite: '7K3M-9QXT', name: '张示例', last4: '1234' }))
})

test('what the service says is shown, and the form is still there to be mended', async () => {
  binding.mockRejectedValue(new Error('没有对上。请核对邀请码、姓名和手机号后四位，也可以请支部书记确认'))
  fill()
  fireEvent.click(box())
  fireEvent.click(button('同意并绑定'))
  await screen.findByText(/没有对上/)
  expect((screen.getByLabelText('姓名') as HTMLInputElement).value).toBe('张示例')
  fireEvent.click(button('对不上，请书记确认'))
  await waitFor(() => expect(asking).toHaveBeenCalledTimes(1))
})

test('from another phone name and 换机码 are enough; the new code is shown until it has been written down', async () => {
  jest.mocked(bindByCode).mockResolvedValue('7K3M9QXT')
  fireEvent.click(screen.getByRole('radio', { name: '换到这部手机' }))
  fireEvent.change(screen.getByLabelText('姓名'), { target: { value: '张示例' } })
  fireEvent.click(box())
  fireEvent.click(button('同意并绑定'))
  expect(bindByCode).not.toHaveBeenCalled()
  fireEvent.change(screen.getByLabelText('换机码（八位）'), { target: { value: ' abcd 2345 ' } })
  fireEvent.click(button('同意并绑定'))
  await screen.findByText('7K3M 9QXT')
  expect(bindByCode).toHaveBeenCalledWith({ name: '张示例', code: 'abcd 2345' })
  expect(replace).not.toHaveBeenCalled()
  fireEvent.click(button('抄好了，去支部账号'))
  expect(replace).toHaveBeenCalledWith('/account')
})
