import fs from 'node:fs'
import path from 'node:path'

/** In the environment of a runner: the folder in which those who share its files mark what they have taken. */
export const CLAIMS = 'TEST_CLAIMS'

/** What a runner says that found every file taken by others; it is no failure to have run nothing then. */
export const NOTHING_LEFT = '别的进程已经把文件都拿走了，这里没有可跑的'

/**
 * Takes what nobody has taken yet, in order: whoever is free asks again, so that all of them end at about the same time.
 * @param folder of one run of the checks, the same for all who share the files; made when it is not there
 */
export function* claimed(files: readonly string[], folder: string): Generator<string> {
  fs.mkdirSync(folder, { recursive: true })
  for (const file of files) {
    try {
      // Of several at once only one makes it.
      fs.mkdirSync(path.join(folder, path.basename(file)))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue
      throw error
    }
    yield file
  }
}
