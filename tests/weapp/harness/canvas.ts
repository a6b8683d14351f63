import type { Callbacks, Replies } from './reply'

/** A picture that was drawn: its size and the words on it, as far as they were drawn within it. */
export interface Drawn {
  width: number
  height: number
  words: string[]
}

/** WeChat's 2d canvas, which records the words that are drawn; what it looks like is seen on a real phone alone. */
export class PhoneCanvas implements Drawn {
  readonly words: string[] = []

  constructor(
    readonly width: number,
    readonly height: number,
  ) {}

  getContext(): object {
    const { words, width, height } = this
    const own: Record<string, unknown> = {
      font: '10px sans-serif',
      measureText: (text: string) => {
        const size = Number(/(\d+)px/.exec(String(own.font))?.[1] ?? 10)
        return { width: [...text].reduce((sum, it) => sum + (/[\u0020-\u007e]/.test(it) ? 0.55 : 1) * size, 0) }
      },
      fillText: (text: string, x: number, y: number) => {
        if (x >= 0 && x < width && y >= 0 && y <= height) words.push(text)
      },
    }
    // Strokes, shapes and colours leave nothing to be read.
    return new Proxy(own, {
      get: (_pen, name) => own[String(name)] ?? (() => undefined),
      set: (_pen, name, value) => {
        own[String(name)] = value
        return true
      },
    })
  }
}

/** What a phone draws off the screen, and what lies in its album. */
export function canvasApi(replies: Replies, album: Drawn[], refused: Set<string>) {
  const pictures = new Map<string, PhoneCanvas>()
  return {
    createOffscreenCanvas: ({ width = 300, height = 150 }: { width?: number; height?: number }) =>
      new PhoneCanvas(width, height),
    canvasToTempFilePath: (it: Callbacks & { canvas?: unknown }) =>
      replies.later('canvasToTempFilePath', it, () => {
        if (!(it.canvas instanceof PhoneCanvas)) throw new Error('canvas is empty')
        const tempFilePath = `wxfile://tmp_${pictures.size}.png`
        pictures.set(tempFilePath, it.canvas)
        return { tempFilePath }
      }),
    saveImageToPhotosAlbum: (it: Callbacks & { filePath?: string }) =>
      replies.later('saveImageToPhotosAlbum', it, () => {
        if (refused.has('album')) throw new Error('auth deny')
        const picture = pictures.get(it.filePath ?? '')
        if (!picture) throw new Error('file not found')
        const { width, height, words } = picture
        album.push({ width, height, words })
      }),
  }
}
