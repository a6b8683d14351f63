import type { Question } from '@domain/catalog/types'
import { memberKeyValue } from './records'

/** A unit's own questions, read from its sheet. They stay on this phone: in no export and in nothing that is sent (archive.ts). */
export interface OwnBank {
  id: string
  /** The file's name. */
  name: string
  count: number
  /** When it was read, milliseconds. */
  at: number
  /** Records its questions lie in. */
  parts: number
}

const LIST = 'banks'
const partKey = (id: string, part: number) => `banks/${id}/${part}`
/** Characters of JSON in a record: three bytes each at most, and WeChat's keys take 200 kB well. */
const PART = 60_000

const listed = (value: unknown) => (value as OwnBank[] | undefined) ?? []

/** Newest first. */
export async function readBanks(): Promise<OwnBank[]> {
  return listed((await (await memberKeyValue()).read([LIST])).get(LIST))
}

/** Questions of a bank; none when it has been deleted. */
export async function readBankQuestions(id: string): Promise<Question[]> {
  const bank = (await readBanks()).find(it => it.id === id)
  if (!bank) return []
  const keys = Array.from({ length: bank.parts }, (_, i) => partKey(id, i))
  const values = await (await memberKeyValue()).read(keys)
  return keys.flatMap(key => (values.get(key) as Question[] | undefined) ?? [])
}

/** Keeps a bank. @throws StorageFullError */
export async function keepBank(
  bank: Omit<OwnBank, 'count' | 'parts'>,
  questions: readonly Question[],
): Promise<OwnBank[]> {
  const parts = inParts(questions)
  let banks: OwnBank[] = []
  await (
    await memberKeyValue()
  ).update([LIST], values => {
    banks = [{ ...bank, count: questions.length, parts: parts.length }, ...listed(values.get(LIST))]
    return new Map<string, unknown>([[LIST, banks], ...parts.map((it, i) => [partKey(bank.id, i), it] as const)])
  })
  return banks
}

/** Deletes a bank with its questions. */
export async function dropBank(id: string): Promise<OwnBank[]> {
  let banks: OwnBank[] = []
  await (
    await memberKeyValue()
  ).update([LIST], values => {
    const known = listed(values.get(LIST))
    banks = known.filter(it => it.id !== id)
    const writes = new Map<string, unknown>([[LIST, banks]])
    for (let i = 0; i < (known.find(it => it.id === id)?.parts ?? 0); i++) writes.set(partKey(id, i), undefined)
    return writes
  })
  return banks
}

function inParts(questions: readonly Question[]): Question[][] {
  const parts: Question[][] = [[]]
  let size = 0
  for (const question of questions) {
    const length = JSON.stringify(question).length
    if (size + length > PART && parts[parts.length - 1]!.length > 0) {
      parts.push([])
      size = 0
    }
    parts[parts.length - 1]!.push(question)
    size += length
  }
  return parts
}
