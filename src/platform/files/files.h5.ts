import { MOST_BYTES, TOO_LARGE } from './file-size'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export async function giveTextFile(name: string, text: string): Promise<void> {
  download(name, new Blob([text], { type: 'application/json' }))
}

export async function giveWorkbook(name: string, bytes: Uint8Array): Promise<void> {
  download(name, new Blob([new Uint8Array(bytes)], { type: XLSX }))
}

/** By the ending of the name. */
const TYPES: Record<string, string> = {
  xlsx: XLSX,
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
  ics: 'text/calendar;charset=utf-8',
}

export async function giveFile(name: string, bytes: Uint8Array): Promise<void> {
  const type = TYPES[name.split('.').pop() ?? ''] ?? 'application/octet-stream'
  download(name, new Blob([new Uint8Array(bytes)], { type }))
}

function download(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has begun by then; Safari needs the address a moment longer.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

export async function takeTextFile(): Promise<string | undefined> {
  return (await choose('.json,application/json'))?.text()
}

export async function takeWorkbook(): Promise<{ name: string; bytes: Uint8Array } | undefined> {
  const file = await choose(`.xlsx,.xls,.csv,${XLSX}`)
  return file && { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}

function choose(accept: string): Promise<File | undefined> {
  return new Promise((resolve, reject) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.addEventListener('change', () => {
      const file = input.files?.[0]
      if (file && file.size > MOST_BYTES) reject(new Error(TOO_LARGE))
      else resolve(file)
    })
    input.addEventListener('cancel', () => resolve(undefined))
    input.click()
  })
}
