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
    const words = (error as { errMsg?: string }).errMsg ?? ''
    if (/cancel/.test(words)) return undefined
    // Asked of late and refused, WeChat does not ask again for some seconds, and says so in English.
    if (/privacy|auth/.test(words)) throw new Error('没有许可用摄像头，可以输入数字或粘贴文字', { cause: error })
    throw new Error('没有扫出来，请对准二维码再试一次', { cause: error })
  }
}
