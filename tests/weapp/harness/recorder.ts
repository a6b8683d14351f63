/** One `setData`: what crosses from the logic layer to the view. */
export interface SetDataRecord {
  route: string
  /** UTF-8 bytes of the JSON. */
  bytes: number
  keys: string[]
}

/** What a page or a tap costs. */
export interface Cost {
  calls: number
  bytes: number
  largest: number
}

export class Recorder {
  readonly records: SetDataRecord[] = []

  add(route: string, data: object): void {
    this.records.push({ route, bytes: Buffer.byteLength(JSON.stringify(data)), keys: Object.keys(data) })
  }

  /** Everything set since a mark, on whatever page. */
  since(mark: number): Cost {
    const bytes = this.records.slice(mark).map(record => record.bytes)
    return { calls: bytes.length, bytes: bytes.reduce((sum, it) => sum + it, 0), largest: Math.max(0, ...bytes) }
  }
}
