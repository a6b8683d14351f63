import type { VirtualClock } from './clock'
import type { Config } from './modules'
import type { Recorder } from './recorder'

export interface PageInstance {
  readonly route: string
  readonly options: Record<string, string>
  readonly data: Record<string, unknown>
  /** How far it is scrolled, in px. */
  scrollTop: number
  setData(change: Record<string, unknown>, done?: () => void): void
  /** Calls a life-cycle method or handler of the page, if it has it. */
  call(method: string, ...given: unknown[]): unknown
}

interface Surroundings {
  clock: VirtualClock
  recorder: Recorder
  onError: (error: unknown) => void
}

/** Milliseconds until the view has taken a `setData`. */
const FRAME = 16

const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value ?? {})) as T

/** A page (or component) as WeChat makes it: the methods of its config around data that only `setData` changes. */
export function createInstance(
  route: string,
  config: Config,
  options: Record<string, string>,
  { clock, recorder, onError }: Surroundings,
): PageInstance {
  const methods = { ...config, ...(config.methods as Config | undefined) }
  const instance: PageInstance & Config = {
    ...methods,
    route,
    is: route,
    options,
    scrollTop: 0,
    data: plain(config.data as Record<string, unknown>),
    setData(change, done) {
      recorder.add(route, change)
      const received = plain(change)
      for (const path of Object.keys(received)) assign(instance.data, path, received[path])
      if (done) clock.schedule(() => done.call(instance), FRAME)
    },
    call(method, ...given) {
      const own = instance[method] ?? (config.lifetimes as Config | undefined)?.[method]
      if (typeof own !== 'function') return undefined
      try {
        return own.apply(instance, given) as unknown
      } catch (error) {
        onError(error)
        return undefined
      }
    },
    selectComponent: () => null,
    triggerEvent: () => undefined,
    getTabBar: () => null,
  }
  return instance
}

/** `root.cn.[0].cl` and `root.cn[0].cl` are the same place. */
function assign(data: Record<string, unknown>, path: string, value: unknown): void {
  const steps = path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter(Boolean)
  let place: Record<string, unknown> = data
  steps.slice(0, -1).forEach((step, i) => {
    if (typeof place[step] !== 'object' || place[step] === null) place[step] = /^\d+$/.test(steps[i + 1]!) ? [] : {}
    place = place[step] as Record<string, unknown>
  })
  place[steps.at(-1)!] = value
}
