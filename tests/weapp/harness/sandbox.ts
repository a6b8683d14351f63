import vm from 'node:vm'
import type { VirtualClock } from './clock'

/** Present in a bare V8 but not, or not everywhere, in WeChat's logic layer. */
const ABSENT = ['WebAssembly', 'Intl', 'SharedArrayBuffer', 'Atomics', 'console']

/** WeChat wraps every file in a function with these parameters, so that they are undefined inside. */
const SHADOWED = [
  'window',
  'document',
  'frames',
  'self',
  'location',
  'navigator',
  'localStorage',
  'history',
  'Caches',
  'screen',
  'alert',
  'confirm',
  'prompt',
  'XMLHttpRequest',
  'WebSocket',
]

/**
 * Handed to every file as parameters too: what a context calls global it looks up through Node each time, even `Array` where a
 * pair is taken apart, some six per cent of what these tests cost.
 */
const BUILT_IN =
  `Array ArrayBuffer Boolean DataView Date Error Function JSON Map Math Number Object Promise Proxy RangeError Reflect RegExp Set
  String Symbol SyntaxError TypeError Uint8Array WeakMap WeakSet decodeURIComponent encodeURIComponent isFinite isNaN parseFloat
  parseInt setTimeout clearTimeout setInterval clearInterval console`.split(/\s+/u)

/** `Date` on the virtual clock, built inside so that `instanceof Date` holds there. */
const VIRTUAL_DATE = `(now => {
  const Real = Date
  function VirtualDate(...given) {
    if (!new.target) return new Real(now()).toString()
    return Reflect.construct(Real, given.length ? given : [now()], new.target)
  }
  VirtualDate.prototype = Real.prototype
  VirtualDate.prototype.constructor = VirtualDate
  VirtualDate.now = now
  VirtualDate.parse = Real.parse
  VirtualDate.UTC = Real.UTC
  globalThis.Date = VirtualDate
})`

export interface Sandbox {
  /** Compiles a file of the package as a function of `names`, in that order. */
  compile(code: string, file: string, names: string[]): (...given: unknown[]) => unknown
}

/** Parsed once for all phones of a process. */
const scripts = new Map<string, vm.Script>()

function scriptOf(code: string, file: string, names: string[]): vm.Script {
  const source = `(function (${[...names, ...BUILT_IN, ...SHADOWED].join(',')}) {${code}\n})`
  const known = scripts.get(source) ?? new vm.Script(source, { filename: file })
  scripts.set(source, known)
  return known
}

/** ECMAScript built-ins, timers and a console: all that the logic layer has besides `wx`. No eval and no `new Function`, as on phones. */
export function createSandbox(clock: VirtualClock, log: (level: string, words: unknown[]) => void): Sandbox {
  const levels = ['log', 'info', 'warn', 'error', 'debug']
  const context = vm.createContext(
    {
      setTimeout: (run: (...given: unknown[]) => void, delay?: number, ...given: unknown[]) =>
        clock.schedule(() => run(...given), delay),
      clearTimeout: (id: number) => clock.cancel(id),
      setInterval: (run: (...given: unknown[]) => void, delay = 0, ...given: unknown[]) =>
        clock.schedule(() => run(...given), delay, delay),
      clearInterval: (id: number) => clock.cancel(id),
    },
    { codeGeneration: { strings: false, wasm: false } },
  )
  for (const name of ABSENT) vm.runInContext(`delete globalThis.${name}`, context)
  vm.runInContext(VIRTUAL_DATE, context)(() => clock.now)
  Object.assign(context, {
    console: Object.fromEntries(levels.map(level => [level, (...words: unknown[]) => log(level, words)])),
  })
  const builtIn = vm.runInContext(`[${BUILT_IN.join(',')}]`, context) as unknown[]
  return {
    compile(code, file, names) {
      const run = scriptOf(code, file, names).runInContext(context) as (...given: unknown[]) => unknown
      return (...given) => run(...given, ...builtIn)
    },
  }
}
