/** What is wrong, where, and what to write instead. Content editors read these, so the words are Chinese. */
export interface Problem {
  file: string
  line: number
  /** `…错误…；应当…` */
  message: string
  level: 'error' | 'warning'
  /** Not told by itself: the id of the refused row that the check waits for (checks/waiting.ts). */
  waitsFor?: string
}

/** Where an item stands in its file. `lines` maps dotted paths of the whole file to line numbers; `prefix` is the item's own path. */
export interface At {
  file: string
  line: number
  prefix: string
  lines: Record<string, number>
}

/** Line of a field below an item, or of the nearest thing above it that has one. */
export function lineAt(at: At, path = ''): number {
  let key = [at.prefix, path].filter(part => part !== '').join('.')
  for (;;) {
    const line = Object.hasOwn(at.lines, key) ? at.lines[key] : undefined
    if (line !== undefined) return line
    const dot = key.lastIndexOf('.')
    if (dot < 0) return at.line
    key = key.slice(0, dot)
  }
}

/** An error at a field of an item. */
export function errorAt(at: At, path: string, message: string): Problem {
  return { file: at.file, line: lineAt(at, path), message, level: 'error' }
}

/** An error at a line of an item's file, for texts that have no field path. */
export function errorOn(at: At, line: number, message: string): Problem {
  return { file: at.file, line, message, level: 'error' }
}
