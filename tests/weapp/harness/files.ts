import fs from 'node:fs'
import zlib from 'node:zlib'
import type { MiniPackage } from './package'
import type { Callbacks, Replies } from './reply'

export const USER_DATA = 'wxfile://usr'

/** The member's folder and WeChat's temporary files; the first stays when the app is killed. */
export class PhoneFiles {
  readonly user = new Map<string, Buffer>()
  readonly temporary = new Map<string, Buffer>()
  readonly folders = new Set([USER_DATA])
  /** WeChat's own is 200 MB. */
  limit = 200 * 1024 * 1024
  private downloads = 0

  used(): number {
    return [...this.user.values()].reduce((sum, bytes) => sum + bytes.length, 0)
  }

  /** @returns the temporary file's path */
  receive(bytes: Buffer): string {
    this.downloads += 1
    const name = `wxfile://tmp_${this.downloads}`
    this.temporary.set(name, bytes)
    return name
  }
}

type Options = Callbacks & {
  filePath?: string
  path?: string
  srcPath?: string
  dirPath?: string
  tempFilePath?: string
  destPath?: string
  oldPath?: string
  newPath?: string
  encoding?: BufferEncoding
  compressionAlgorithm?: string
  data?: string | ArrayBuffer
}

/** Bytes as the package gets them. */
const arrayBuffer = (bytes: Buffer): ArrayBuffer => new Uint8Array(bytes).buffer

/** WeChat's file system: the package's own files, read only and only once loaded, and the user's folder. */
export function fileSystem(mini: MiniPackage, files: PhoneFiles, replies: Replies): Record<string, unknown> {
  const { user, temporary, folders } = files
  const read = (name = ''): Buffer => {
    if (!name.startsWith('wxfile://')) return fs.readFileSync(mini.open(name))
    const bytes = user.get(name) ?? temporary.get(name)
    if (!bytes) throw new Error(`no such file or directory, open ${name}`)
    return bytes
  }
  const write = (name = '', bytes: Buffer) => {
    if (!name.startsWith(`${USER_DATA}/`)) throw new Error(`permission denied, open ${name}`)
    if (!folders.has(name.slice(0, name.lastIndexOf('/')))) throw new Error(`no such file or directory, open ${name}`)
    if (files.used() + bytes.length > files.limit)
      throw new Error('the maximum size of the file storage limit is exceeded')
    user.set(name, bytes)
  }
  const decoded = (bytes: Buffer, encoding?: BufferEncoding) =>
    encoding ? bytes.toString(encoding) : arrayBuffer(bytes)
  return {
    readFile: (it: Options) => replies.later('readFile', it, () => ({ data: decoded(read(it.filePath), it.encoding) })),
    readFileSync: (name: string, encoding?: BufferEncoding) => decoded(read(name), encoding),
    readCompressedFile: (it: Options) =>
      replies.later('readCompressedFile', it, () => {
        if (it.compressionAlgorithm !== 'br') throw new Error('invalid compressionAlgorithm')
        return { data: arrayBuffer(zlib.brotliDecompressSync(read(it.filePath))) }
      }),
    copyFile: (it: Options) => replies.later('copyFile', it, () => write(it.destPath, read(it.srcPath))),
    writeFile: (it: Options) =>
      replies.later('writeFile', it, () => write(it.filePath, Buffer.from(it.data as string, it.encoding))),
    saveFile: (it: Options) =>
      replies.later('saveFile', it, () => {
        write(it.filePath, read(it.tempFilePath))
        temporary.delete(it.tempFilePath ?? '')
        return { savedFilePath: it.filePath }
      }),
    mkdir: (it: Options) => replies.later('mkdir', it, () => void folders.add(it.dirPath ?? '')),
    readdir: (it: Options) =>
      replies.later('readdir', it, () => {
        if (!folders.has(it.dirPath ?? '')) throw new Error(`no such file or directory ${it.dirPath}`)
        const below = [...user.keys()].filter(name => name.startsWith(`${it.dirPath}/`))
        return { files: below.map(name => name.slice(it.dirPath!.length + 1)) }
      }),
    getFileInfo: (it: Options) => replies.later('getFileInfo', it, () => ({ size: read(it.filePath).length })),
    access: (it: Options) => replies.later('access', it, () => void read(it.path)),
    accessSync: (name: string) => void read(name),
    rename: (it: Options) =>
      replies.later('rename', it, () => {
        write(it.newPath, read(it.oldPath))
        user.delete(it.oldPath ?? '')
      }),
    unlink: (it: Options) => replies.later('unlink', it, () => void user.delete(it.filePath ?? '')),
  }
}
