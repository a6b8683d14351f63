import type { z } from 'zod'
import { articleSchema } from '../schema/article'
import { daySchema } from '../schema/day'
import { episodeSchema } from '../schema/episode'
import { eventSchema } from '../schema/event'
import { termSchema } from '../schema/glossary'
import { personSchema } from '../schema/person'
import { questionSchema } from '../schema/question'
import { lineAt } from '../problem'
import type { WithheldItem, WithheldKind } from './corpus'
import { namedSources } from './named-sources'
import { atFile, type RawFile, type Validation } from './validate'

interface Place<T> {
  kind: WithheldKind
  pattern: RegExp
  schema: z.ZodType<T>
  name: (value: T) => WithheldItem['value']
}
const place = <T>(it: Place<T>): Place<unknown> => it as Place<unknown>

const PLACES = [
  place({
    kind: 'article',
    pattern: /^content\/withheld\/articles\/[^/]+\/[^/]+\.md$/u,
    schema: articleSchema,
    name: ({ id, title, shelf }) => ({ id, title, shelf }),
  }),
  place({
    kind: 'episode',
    pattern: /^content\/withheld\/episodes\/[^/]+\/[^/]+\.md$/u,
    schema: episodeSchema,
    name: ({ id, title, shelf, series }) => ({ id, title, shelf, series }),
  }),
  place({ kind: 'event', pattern: listOf('events'), schema: eventSchema, name: ({ id, title }) => ({ id, title }) }),
  place({
    kind: 'person',
    pattern: listOf('people'),
    schema: personSchema,
    name: ({ id, name: title }) => ({ id, title }),
  }),
  place({
    kind: 'term',
    pattern: listOf('glossary'),
    schema: termSchema,
    name: ({ id, term: title }) => ({ id, title }),
  }),
  place({
    kind: 'question',
    pattern: listOf('questions'),
    schema: questionSchema,
    name: ({ id, stem: title }) => ({ id, title }),
  }),
  place({
    kind: 'day',
    pattern: listOf('days'),
    schema: daySchema,
    name: ({ day, entries }) => ({ id: day, title: entries[0]!.text }),
  }),
]
/** Where withheld items may stand. */
export const WITHHELD = PLACES.map(({ pattern }) => pattern)

function listOf(kind: string): RegExp {
  return new RegExp(`^content/withheld/${kind}[\\w-]*\\.yml$`, 'u')
}

/** Reads `content/withheld`: the formats of what is shipped, and each item says why it is not. */
export function readWithheld(validation: Validation, files: readonly RawFile[]): WithheldItem[] {
  return PLACES.flatMap(it =>
    files
      .filter(({ name, value }) => it.pattern.test(name) && value !== undefined)
      .flatMap(file => readFile(validation, file, it)),
  )
}

function readFile(validation: Validation, file: RawFile, it: Place<unknown>): WithheldItem[] {
  if (file.doc) return readItem(validation, file, it, file.value, '')
  if (Array.isArray(file.value))
    return file.value.flatMap((value, at) => readItem(validation, file, it, value, String(at)))
  validation.fail(file.name, 1, '不是列表；应当写成一个列表，每一条以 “- ” 开始')
  return []
}

function readItem(
  validation: Validation,
  file: RawFile,
  it: Place<unknown>,
  value: unknown,
  prefix: string,
): WithheldItem[] {
  const at = { ...atFile(file), line: file.lines[prefix] ?? 1, prefix }
  const { rest, reason } = takeReason(value)
  if (reason === undefined) validation.fail(file.name, lineAt(at), '没有说明为什么撤下；应当写 withheld: "原因"')
  const found = validation.item(it.schema, at, rest)
  if (!found) return []
  return [
    {
      kind: it.kind,
      at,
      reason: reason ?? '',
      value: it.name(found.value),
      sources: namedSources(found.value as Parameters<typeof namedSources>[0], file.doc),
      ...(file.doc ? { doc: file.doc } : {}),
    },
  ]
}

/** Takes `withheld: reason` off an item; the entries of a day may each have their own. */
function takeReason(value: unknown): { rest: unknown; reason?: string } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { rest: value }
  const { withheld, ...rest } = value as Record<string, unknown>
  const own = typeof withheld === 'string' && withheld.trim() !== '' ? { reason: withheld.trim() } : {}
  if (!Array.isArray(rest.entries)) return { rest, ...own }
  const entries = rest.entries.map(takeReason)
  const inner =
    entries.every(entry => entry.reason !== undefined) && entries.length > 0 ? { reason: entries[0]!.reason! } : {}
  return { rest: { ...rest, entries: entries.map(entry => entry.rest) }, ...inner, ...own }
}
