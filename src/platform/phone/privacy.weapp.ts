import Taro from '@tarojs/taro'
import type { PrivacyQuestion } from './privacy'
import { AGREE_BUTTON } from './privacy-button'

type Told = { event: 'exposureAuthorization' | 'disagree' } | { event: 'agree'; buttonId: string }

type Listen = (listener: (resolve: (told: Told) => void, info: { referrer: string }) => void) => void

/** Base libraries before 2.32.3 know of no such question and ask nothing. */
export function onPrivacyQuestion(ask: (question: PrivacyQuestion) => void): void {
  const listen = (Taro as unknown as { onNeedPrivacyAuthorization?: Listen }).onNeedPrivacyAuthorization
  listen?.((resolve, { referrer }) =>
    ask({
      api: referrer,
      shown: () => resolve({ event: 'exposureAuthorization' }),
      answer: agreed => resolve(agreed ? { event: 'agree', buttonId: AGREE_BUTTON } : { event: 'disagree' }),
    }),
  )
}

export function openPrivacyGuide(): void {
  void (Taro as unknown as { openPrivacyContract(): Promise<unknown> }).openPrivacyContract().catch(() => undefined)
}
