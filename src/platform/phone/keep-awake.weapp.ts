import Taro from '@tarojs/taro'

const reasons = new Set<string>()

export function keepAwake(reason: string, on: boolean): void {
  const before = reasons.size > 0
  if (on) reasons.add(reason)
  else reasons.delete(reason)
  const keepScreenOn = reasons.size > 0
  if (keepScreenOn !== before) void Taro.setKeepScreenOn({ keepScreenOn }).catch(() => undefined)
}
