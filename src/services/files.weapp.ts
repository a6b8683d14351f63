import Taro from '@tarojs/taro'

export async function giveTextFile(name: string, text: string): Promise<void> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`
  await new Promise<void>((resolve, reject) => {
    Taro.getFileSystemManager().writeFile({
      filePath,
      data: text,
      encoding: 'utf8',
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
