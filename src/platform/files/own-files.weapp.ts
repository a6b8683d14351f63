import Taro from '@tarojs/taro'
import type { Recorded } from '@/platform/media/recorder'
import { files, folder, pathOf, promised } from './kept-store.weapp'

export async function keepRecorded(name: string, { file }: Recorded): Promise<void> {
  await promised(it => files().mkdir({ dirPath: folder(), recursive: true, ...it })).catch(() => undefined)
  try {
    await promised(it => files().saveFile({ tempFilePath: file as string, filePath: pathOf(name), ...it }))
  } catch (error) {
    const { message } = error as Error
    throw new Error(
      /exceed|maximum|limit|storage/i.test(message)
        ? '放不下了：微信只给每个小程序 200 MB。删掉几集下载的节目，再存一次'
        : message,
      { cause: error },
    )
  }
}

export async function renameKept(from: string, to: string): Promise<void> {
  await promised(it => files().rename({ oldPath: pathOf(from), newPath: pathOf(to), ...it }))
}

export async function giveKept(name: string, as: string): Promise<void> {
  await Taro.shareFileMessage({ filePath: pathOf(name), fileName: as })
}
