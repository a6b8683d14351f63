import Taro from '@tarojs/taro'

export function giveTextFile(name: string, text: string): Promise<void> {
  return give(name, text)
}

export function giveWorkbook(name: string, bytes: Uint8Array): Promise<void> {
  return give(name, bytes.slice().buffer)
}

export const giveFile = giveWorkbook

async function give(name: string, data: string | ArrayBuffer): Promise<void> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`
  await new Promise<void>((resolve, reject) => {
    Taro.getFileSystemManager().writeFile({
      filePath,
      data,
      ...(typeof data === 'string' ? { encoding: 'utf8' as const } : {}),
      success: () => resolve(),
      fail: error => reject(new Error(error.errMsg)),
    })
  })
  await Taro.shareFileMessage({ filePath, fileName: name })
}

export async function takeTextFile(): Promise<string | undefined> {
  const chosen = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['json'] }).catch(() => undefined)
  const path = chosen?.tempFiles[0]?.path
  if (!path) return undefined
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath: path,
      encoding: 'utf8',
      success: result => resolve(result.data as string),
      fail: error => reject(new Error(error.errMsg)),
    })
  })
}
