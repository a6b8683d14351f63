import fc from 'fast-check'
import { PACES } from '@domain/catalog/prompter'
import { PASS_LINES } from '@domain/quiz/paper-record'
import {
  DEFAULT_SETTINGS,
  RATES,
  REMINDER_TIMES,
  SLEEP_CHOICES,
  sanitise,
  type Settings,
  useSettings,
} from '@/stores/settings'

const mockKept = new Map<string, unknown>()
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    getStorageSync: (key: string) => mockKept.get(key) ?? '',
    // Storage keeps JSON, not objects.
    setStorageSync: (key: string, value: unknown) => void mockKept.set(key, JSON.parse(JSON.stringify(value))),
    removeStorageSync: (key: string) => void mockKept.delete(key),
  },
}))

/** Every value of a union: the compiler asks for the one that is not listed. */
const anyOf = <T extends string | number>(values: Record<T, true>, read: (key: string) => T) =>
  fc.constantFrom(...Object.keys(values).map(read))

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))

/** What each setting may be; a setting of the type that is missing here does not compile. */
const ANY: { [K in keyof Required<Settings>]: fc.Arbitrary<Settings[K]> } = {
  type: anyOf<Settings['type']>(
    { 0: true, 1: true, 2: true, 3: true, 4: true },
    key => Number(key) as Settings['type'],
  ),
  theme: anyOf<Settings['theme']>({ system: true, light: true, dark: true }, key => key as Settings['theme']),
  goals: fc.array(fc.record({ from: day, days: fc.integer({ min: 1, max: 7 }) }), { maxLength: 5 }),
  rate: fc.constantFrom(...RATES),
  lines: anyOf<Settings['lines']>({ normal: true, loose: true }, key => key as Settings['lines']),
  autoplay: fc.boolean(),
  captions: fc.boolean(),
  dataSaver: fc.boolean(),
  pace: fc.constantFrom(...PACES),
  sleep: fc.constantFrom(...SLEEP_CHOICES),
  reminder: fc.constantFrom('unasked', 'off', ...REMINDER_TIMES),
  autoNext: fc.boolean(),
  passLine: fc.constantFrom(...PASS_LINES),
  offlineSaid: fc.boolean(),
}
const anySettings = fc.record(ANY) as fc.Arbitrary<Settings>

/** The settings of an app that starts with what is stored now. */
function restarted(): Settings {
  let settings: Settings
  jest.isolateModules(() => {
    settings = jest.requireActual<{ useSettings: typeof useSettings }>('@/stores/settings').useSettings.getState()
  })
  return pick(settings!)
}
const pick = (state: Settings) =>
  Object.fromEntries(
    Object.keys(DEFAULT_SETTINGS).map(key => [key, state[key as keyof Settings]]),
  ) as unknown as Settings

beforeEach(() => mockKept.clear())

test('any settings are the same after a restart', () => {
  fc.assert(
    fc.property(anySettings, settings => {
      useSettings.getState().set(settings)
      expect(restarted()).toEqual(settings)
    }),
    { numRuns: 40 },
  )
})

test('one setting changed leaves the others as they were', () => {
  const keys = Object.keys(ANY) as (keyof Settings)[]
  fc.assert(
    fc.property(anySettings, anySettings, fc.constantFrom(...keys), (settings, other, key) => {
      useSettings.getState().set(settings)
      useSettings.getState().set({ [key]: other[key] })
      expect(restarted()).toEqual({ ...settings, [key]: other[key] })
    }),
    { numRuns: 40 },
  )
})

test('each setting has a default, survives, and is tested here', () => {
  expect(Object.keys(ANY).sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort())
  expect(Object.keys(sanitise(undefined)).sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort())
  expect(sanitise(undefined)).toEqual(DEFAULT_SETTINGS)
})

test('whatever is stored becomes valid settings, and what was good in it is kept', () => {
  const garbage = fc.anything({ withNullPrototype: true, withDate: true, withMap: true })
  const kinds = Object.fromEntries(Object.keys(ANY).map(key => [key, garbage]))
  const stored = fc.oneof(
    garbage,
    fc.record({ version: garbage, settings: garbage }),
    fc.record({ settings: fc.record(kinds, { requiredKeys: [] }) }),
  )
  fc.assert(
    fc.property(stored, raw => {
      const settings = sanitise(raw)
      expect(Object.keys(settings).sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort())
      // Valid is what sanitising leaves alone.
      expect(sanitise({ settings })).toEqual(settings)
    }),
  )
  fc.assert(
    fc.property(
      anySettings,
      fc.constantFrom(...(Object.keys(ANY) as (keyof Settings)[])),
      garbage,
      (good, key, bad) => {
        const { [key]: _, ...kept } = sanitise({ settings: { ...good, [key]: bad } })
        const { [key]: __, ...others } = good
        expect(kept).toEqual(others)
      },
    ),
  )
})

test.each([null, undefined, 0, '', 'x', [], { settings: null }, { settings: 7 }, { settings: { goals: [null, {}] } }])(
  '%j is no settings: the defaults',
  raw => expect(sanitise(raw)).toEqual(DEFAULT_SETTINGS),
)

test('without storage the settings hold for this session', () => {
  jest.spyOn(mockKept, 'set').mockImplementation(() => {
    throw new Error('no room')
  })
  useSettings.getState().set({ theme: 'dark' })
  expect(useSettings.getState().theme).toBe('dark')
  jest.restoreAllMocks()
})
