import { z } from 'zod'
import type { Drawings } from './drawing.ts'

/** A moment of a scene, in seconds of the film, and what scenes are drawn with. */
export interface Moment {
  now: number
  start: number
  end: number
  /** When each step of the scene's data comes, in order. */
  beats: readonly number[]
  drawings: Drawings
}

/** What is said on the screen, to be held against the script and the ledger. */
export interface Claim {
  words: string
  /** The words themselves must be found (a name, a quotation), not only their numbers. */
  exact?: true
}

/** A kind of scene: how its data is written, which steps it has, and its picture at any time. Drawing is a pure function. */
export interface Kind<Data> {
  schema: z.ZodType<Data>
  /** Before its first step there is a heading or a line, and nothing else to look at. */
  empty?: true
  /** The anchors of its steps in order: a phrase of the script, or undefined for a step that comes between its neighbours. */
  steps(data: Data): (string | undefined)[]
  claims(data: Data): Claim[]
  draw(data: Data, moment: Moment): string
}

/** Words of at most `most` characters. */
export const words = (most: number) =>
  z
    .string({ error: '不是文字；应当写一段文字，像数的要加引号' })
    .min(1, { error: '是空的；应当写上文字' })
    .refine(it => [...it].length <= most, { error: `太长，画面放不下；应当不超过 ${most} 个字` })

/** Where in the script a step comes: its own words. */
export const anchor = z.string({ error: '不是文稿里的字；应当照抄文稿里的一小段' }).min(2).optional()

/** A line that comes by itself, or at a place of the script. */
export const line = (most: number) =>
  z.union([words(most), z.strictObject({ text: words(most), at: anchor })], {
    error: `不是一行字；应当写不超过 ${most} 个字，或 { text: …, at: 文稿里的字 }`,
  })
export type Line = string | { text: string; at?: string | undefined }
export const textOf = (it: Line): string => (typeof it === 'string' ? it : it.text)
export const anchorOf = (it: Line): string | undefined => (typeof it === 'string' ? undefined : it.at)

export const HEADING = words(18).optional()
