import { monotonicNow } from '@/platform/phone/phone'

/** What a run needs of the phone: a clock that only grows, and being called back. */
export const PHONE = {
  mono: monotonicNow,
  after: (ms: number, call: () => void) => {
    const timer = setTimeout(call, ms)
    return () => clearTimeout(timer)
  },
}
