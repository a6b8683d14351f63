import { useNetwork } from '@/stores/network'

jest.mock('@/platform/phone/network', () => ({
  watchNetwork: (tell: (connected: boolean) => void) => tell(false),
}))

test('an app that is opened without a network knows it from the start', () => {
  expect(useNetwork.getState().connected).toBe(false)
})
