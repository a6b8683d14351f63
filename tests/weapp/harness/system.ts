import { randomFillSync } from 'node:crypto'
import type { VirtualClock } from './clock'
import { WINDOW } from './layout'
import type { Callbacks, Replies } from './reply'

export type Theme = 'light' | 'dark'

/** What an app answers to WeChat's privacy question. */
export interface PrivacyTold {
  event: string
  buttonId?: string
}

export interface System {
  theme: Theme
  /** WeChat's own text size setting, 17 at the standard step. */
  fontSizeSetting: number
  /** Told of a new theme. */
  onTheme: Set<(change: { theme: Theme }) => void>
  offline: boolean
  /** Told when a private function waits for a yes. */
  onPrivacy: Set<(resolve: (told: PrivacyTold) => void, info: { referrer: string }) => void>
  screenOn: boolean
  /** What was put into the phone's calendar. */
  calendar: Record<string, unknown>[]
  /** What the scanner reads; nothing when the person turns back. */
  scanned?: string
  /** Functions that the person refuses. */
  refused: Set<string>
  /** Told when the network goes and when it is back. */
  onNetwork: Set<(change: { isConnected: boolean }) => void>
}

/** Functions that only answer `ok`: what they do is seen on a real phone alone. */
const SILENT = [
  'showToast hideToast showLoading hideLoading setNavigationBarTitle setNavigationBarColor vibrateShort vibrateLong',
  'hideTabBar showTabBar loadFontFace stopPullDownRefresh showShareMenu setInnerAudioOption',
  'setClipboardData previewImage setBackgroundColor setBackgroundTextStyle preloadSubpackage',
].flatMap(line => line.split(' '))
/** Events of the app that no test needs to raise. */
const UNHEARD = [
  'onAppShow onAppHide offAppShow offAppHide onError offError onPageNotFound offPageNotFound onUnhandledRejection',
  'offUnhandledRejection onMemoryWarning offMemoryWarning',
  'onAudioInterruptionBegin onAudioInterruptionEnd onWindowResize offWindowResize',
].flatMap(line => line.split(' '))

/** What `wx` tells of the phone, and what it does without an effect that can be tested. */
export function systemApi(system: System, clock: VirtualClock, replies: Replies): Record<string, unknown> {
  const device = { platform: 'ios', brand: 'iPhone', model: 'iPhone 12', system: 'iOS 16.0' }
  const window = {
    pixelRatio: 3,
    screenWidth: WINDOW.width,
    screenHeight: WINDOW.height,
    windowWidth: WINDOW.width,
    windowHeight: WINDOW.height,
    statusBarHeight: 44,
    safeArea: { top: 44, left: 0, right: WINDOW.width, bottom: 810, width: WINDOW.width, height: 766 },
  }
  const base = () => ({
    SDKVersion: '3.8.7',
    version: '8.0.50',
    language: 'zh_CN',
    theme: system.theme,
    fontSizeSetting: system.fontSizeSetting,
  })
  const all = () => ({ ...device, ...window, ...base() })
  const api: Record<string, unknown> = {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    nextTick: (run: () => void) => clock.schedule(run),
    getSystemInfoSync: all,
    getSystemInfo: (it?: Callbacks) => replies.later('getSystemInfo', it, all),
    getWindowInfo: () => window,
    getDeviceInfo: () => device,
    getAppBaseInfo: base,
    getMenuButtonBoundingClientRect: () => ({ top: 48, left: 281, right: 368, bottom: 80, width: 87, height: 32 }),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'wx0', envVersion: 'develop', version: '' } }),
    getPerformance: () => ({ now: () => clock.now % 10_000_000 }),
    getUpdateManager: () => ({ onCheckForUpdate() {}, onUpdateReady() {}, onUpdateFailed() {}, applyUpdate() {} }),
    getRandomValues: ({ length = 0, ...callbacks }: Callbacks & { length?: number }) =>
      replies.later('getRandomValues', callbacks, () => ({
        randomValues: randomFillSync(new Uint8Array(length)).buffer,
      })),
    getNetworkType: (it?: Callbacks) =>
      replies.later('getNetworkType', it, () => ({ networkType: system.offline ? 'none' : 'wifi' })),
    onNetworkStatusChange: (listen: (change: { isConnected: boolean }) => void) => void system.onNetwork.add(listen),
    offNetworkStatusChange: (listen: (change: { isConnected: boolean }) => void) =>
      void system.onNetwork.delete(listen),
    onNeedPrivacyAuthorization: (listen: (resolve: (told: PrivacyTold) => void, info: { referrer: string }) => void) =>
      void system.onPrivacy.add(listen),
    setKeepScreenOn: (it: Callbacks & { keepScreenOn: boolean }) =>
      replies.later('setKeepScreenOn', it, () => void (system.screenOn = it.keepScreenOn)),
    addPhoneRepeatCalendar: (it: Callbacks & Record<string, unknown>) =>
      replies.later('addPhoneRepeatCalendar', it, () => {
        if (system.refused.has('addPhoneRepeatCalendar')) throw new Error('auth deny')
        const { success: _s, fail: _f, complete: _c, ...entry } = it
        system.calendar.push(entry)
      }),
    addPhoneCalendar: (it: Callbacks & Record<string, unknown>) =>
      replies.later('addPhoneCalendar', it, () => {
        if (system.refused.has('addPhoneCalendar')) throw new Error('auth deny')
        const { success: _s, fail: _f, complete: _c, ...entry } = it
        system.calendar.push(entry)
      }),
    scanCode: (it?: Callbacks) =>
      replies.later('scanCode', it, () => {
        if (system.scanned === undefined) throw new Error('cancel')
        return { result: system.scanned, scanType: 'QR_CODE' }
      }),
    showModal: (it?: Callbacks) => replies.later('showModal', it, () => ({ confirm: true, cancel: false })),
    onThemeChange: (listen: (change: { theme: Theme }) => void) => void system.onTheme.add(listen),
    offThemeChange: (listen: (change: { theme: Theme }) => void) => void system.onTheme.delete(listen),
  }
  for (const name of SILENT) api[name] = (it?: Callbacks) => replies.later(name, it, () => undefined)
  for (const name of UNHEARD) api[name] = () => undefined
  return api
}
