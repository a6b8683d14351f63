import Taro from '@tarojs/taro'
import { MOST_BYTES, TOO_LARGE } from './file-size'

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
  const chosen = await choose('json')
  return chosen && ((await read(chosen.path, 'utf8')) as string)
}

export async function takeWorkbook(): Promise<{ name: string; bytes: Uint8Array } | undefined> {
  const chosen = await choose('xlsx', 'xls', 'csv')
  return chosen && { name: chosen.name, bytes: new Uint8Array((await read(chosen.path)) as ArrayBuffer) }
}

async function choose(...extension: string[]): Promise<{ name: string; path: string } | undefined> {
  const chosen = await Taro.chooseMessageFile({ count: 1, type: 'file', extension }).catch(() => undefined)
  const file = chosen?.tempFiles[0]
  if (file && file.size > MOST_BYTES) throw new Error(TOO_LARGE)
  return file
}

function read(filePath: string, encoding?: 'utf8'): Promise<string | ArrayBuffer> {
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath,
      ...(encoding && { encoding }),
      success: result => resolve(result.data),
      fail: error => reject(new Error(error.errMsg)),
    })
  })
}
