import Taro from '@tarojs/taro'

export function canScan(): boolean {
  return true
}

/** The phone's own scanner; turning back rejects there, which is no error here. */
export async function scanCode(): Promise<string | undefined> {
  try {
    const { result } = await Taro.scanCode({ scanType: ['qrCode'] })
    return result
  } catch (error) {
    if (/cancel/.test((error as { errMsg?: string }).errMsg ?? '')) return undefined
    throw new Error('没有扫出来，请对准二维码再试一次', { cause: error })
  }
}
