import type { z } from 'zod'
import { lineAt, type At, type Problem } from '../problem'
import { explainIssues } from '../schema/explain'
import type { Sourced, TextDoc, Texted } from './corpus'

/** A parsed file: raw values with the lines of their fields, and the text of a Markdown file. */
export interface RawFile {
  name: string
  /** Undefined when the file could not be parsed, which has been reported. */
  value: unknown
  lines: Record<string, number>
  doc?: TextDoc
}

/** Collects what schemas refuse while files are read into items. */
export class Validation {
  readonly problems: Problem[] = []
  /** Ids of items that failed, with their places; the line is that of the last issue. */
  readonly broken = new Map<string, At>()

  /** The value in its schema's shape, or undefined after reporting every issue at its line. */
  item<T>(schema: z.ZodType<T>, at: At, input: unknown): Sourced<T> | undefined {
    const parsed = schema.safeParse(input)
    if (parsed.success) return { at, value: parsed.data }
    const id = idOf(input)
    const issues = explainIssues(parsed.error.issues, input)
    if (id !== undefined) this.broken.set(id, { ...at, line: Math.max(...issues.map(({ path }) => lineAt(at, path))) })
    for (const { path, message } of issues) {
      this.fail(at.file, lineAt(at, path), id === undefined ? message : `${id} ${message}`)
    }
    return undefined
  }

  /** A file that is one value. */
  file<T>(name: string, file: RawFile | undefined, schema: z.ZodType<T>): Sourced<T> | undefined {
    if (!file) this.fail(name, 1, '没有这个文件；应当照 docs/content-format.md 写一个')
    return file?.value === undefined ? undefined : this.item(schema, atFile(file), file.value)
  }

  /** A file that is a list. */
  list<T>(name: string, file: RawFile | undefined, schema: z.ZodType<T>): Sourced<T>[] {
    if (!file) this.fail(name, 1, '没有这个文件；应当照 docs/content-format.md 写一个')
    if (file?.value === undefined) return []
    if (Array.isArray(file.value)) return this.items(file, file.value, schema, '')
    this.fail(name, 1, `${file.value === null ? '文件是空的' : '不是列表'}；应当写成一个列表，每一条以 “- ” 开始`)
    return []
  }

  /** The items of a list that stands at `above` in its file. */
  items<T>(file: RawFile, values: readonly unknown[], schema: z.ZodType<T>, above: string): Sourced<T>[] {
    return values.flatMap((value, index) => {
      const prefix = `${above}${index}`
      const at = { file: file.name, line: file.lines[prefix] ?? 1, prefix, lines: file.lines }
      return this.item(schema, at, value) ?? []
    })
  }

  /** Markdown files, each with its front matter. */
  texts<T>(files: readonly RawFile[], schema: z.ZodType<T>): Texted<T>[] {
    return files.flatMap(file => {
      const { doc } = file
      const found = file.value === undefined || !doc ? undefined : this.item(schema, atFile(file), file.value)
      return found && doc ? [{ ...found, doc }] : []
    })
  }

  fail(file: string, line: number, message: string): void {
    this.problems.push({ file, line, message, level: 'error' })
  }
}

/** The place of a file that is one item. */
export function atFile(file: RawFile): At {
  return { file: file.name, line: 1, prefix: '', lines: file.lines }
}

function idOf(input: unknown): string | undefined {
  if (typeof input !== 'object' || input === null) return undefined
  // A row of days.yml is named by its day.
  const id: unknown = Reflect.get(input, 'id') ?? Reflect.get(input, 'day')
  return typeof id === 'string' ? id : undefined
}
