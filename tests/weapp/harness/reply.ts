import type { VirtualClock } from './clock'

/** What nearly every function of `wx` takes. */
export interface Callbacks {
  success?: (result: object) => void
  fail?: (result: { errMsg: string }) => void
  complete?: (result: object) => void
}

/** Milliseconds until the phone answers. */
const LATENCY = 10

/** Answers as `wx` does: by callbacks if there are any, else by a promise; never at once. */
export class Replies {
  constructor(private readonly clock: VirtualClock) {}

  /** `work` gives the result, or throws why it failed. */
  later(
    name: string,
    options: Callbacks | undefined,
    work: () => object | void,
    delay = LATENCY,
  ): Promise<object> | undefined {
    const { success, fail, complete } = options ?? {}
    const listened = success ?? fail ?? complete
    const answer = new Promise<object>((resolve, reject) => {
      this.clock.schedule(() => {
        try {
          const result = { ...work(), errMsg: `${name}:ok` }
          success?.(result)
          complete?.(result)
          resolve(result)
        } catch (error) {
          const result = { errMsg: `${name}:fail ${(error as Error).message}` }
          fail?.(result)
          complete?.(result)
          if (listened) resolve(result)
          else reject(result)
        }
      }, delay)
    })
    return listened ? undefined : answer
  }
}
