import fs from 'node:fs'
import zlib from 'node:zlib'
import type { MiniPackage } from './package'
import type { Callbacks, Replies } from './reply'

export const USER_DATA = 'wxfile://usr'

type Options = Callbacks & {
  filePath?: string
  path?: string
  srcPath?: string
  destPath?: string
  encoding?: BufferEncoding
  compressionAlgorithm?: string
  data?: string | ArrayBuffer
}

/** Bytes as the package gets them. */
const arrayBuffer = (bytes: Buffer): ArrayBuffer => new Uint8Array(bytes).buffer

/** WeChat's file system: the package's own files, read only and only once loaded, and the user's folder. */
export function fileSystem(mini: MiniPackage, replies: Replies): Record<string, unknown> {
  const user = new Map<string, Buffer>()
  const read = (name = ''): Buffer => {
    if (!name.startsWith(USER_DATA)) return fs.readFileSync(mini.open(name))
    const bytes = user.get(name)
    if (!bytes) throw new Error(`no such file or directory, open ${name}`)
    return bytes
  }
  const write = (name = '', bytes: Buffer) => {
    if (!name.startsWith(`${USER_DATA}/`)) throw new Error(`permission denied, open ${name}`)
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
    access: (it: Options) => replies.later('access', it, () => void read(it.path)),
    accessSync: (name: string) => void read(name),
    unlink: (it: Options) => replies.later('unlink', it, () => void user.delete(it.filePath ?? '')),
  }
}
