import type { KeptFile } from './kept-name'
import { files, folder, pathOf, promised } from './kept-store.weapp'

export async function listKept(): Promise<KeptFile[]> {
  // The folder is made with the first download.
  const names = await promised<{ files: string[] }>(it => files().readdir({ dirPath: folder(), ...it })).catch(
    () => undefined,
  )
  return Promise.all(
    (names?.files ?? []).map(async name => {
      const info = await promised<{ size: number }>(it => files().getFileInfo({ filePath: pathOf(name), ...it }))
      return { name, bytes: info.size }
    }),
  )
}

export async function openKept(name: string): Promise<string | undefined> {
  const path = pathOf(name)
  return promised(it => files().access({ path, ...it })).then(
    () => path,
    () => undefined,
  )
}

export async function dropKept(name: string): Promise<void> {
  // Gone already is as good as deleted.
  await promised(it => files().unlink({ filePath: pathOf(name), ...it })).catch(() => undefined)
}
