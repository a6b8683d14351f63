import { parse } from 'yaml'
import { z } from 'zod'
import { explainIssues } from '../../../feed/schema/explain.ts'
import type { EpisodeScript } from '../script.ts'
import type { Drawings } from './drawing.ts'
import { KIND_NAMES, kindOf, type SceneData } from './kinds.ts'

/** A scene and the words of the script at which it begins; the first begins with the film. */
export interface Scene {
  at?: string
  data: SceneData
  /** An object that is drawn at the right while the scene goes on. */
  aside?: string
}

/** What a film shows, in order: `NNN-name.scenes.yml` beside the script, docs/content-format.md. */
export interface Storyboard {
  scenes: Scene[]
}

const schema = z.strictObject({
  /** The object of the first and of the last card. */
  object: z.string({ error: '没有写物件；应当写 content/objects.yml 或短片自己的一个' }),
  year: z.string({ error: '没有写年份；应当写片头上的年份，加引号' }),
  subject: z.string().optional(),
  scenes: z
    .array(
      z.looseObject({
        kind: z.enum(KIND_NAMES as [string, ...string[]], { error: `没有这一种；应当是 ${KIND_NAMES.join('、')}` }),
        at: z.string({ error: '没有写从哪里开始；应当照抄文稿里的一小段' }).min(2),
        aside: z.string().optional(),
      }),
    )
    .min(3),
  closing: z.string({ error: '没有写片尾从哪里开始；应当照抄文稿里的一小段' }).min(2),
})

/**
 * Reads a storyboard. What is wrong is told in the editor's words, each with the scene it is in; an empty list when nothing is.
 * @param rests what the script rests on and where it can be checked, for the last card
 */
export function readStoryboard(
  source: string,
  script: EpisodeScript,
  rests: { sources: string; books: readonly string[] },
  drawings: Drawings,
): { board?: Storyboard; problems: string[] } {
  const given: unknown = parse(source)
  const outer = schema.safeParse(given)
  if (!outer.success)
    return { problems: explainIssues(outer.error.issues, given).map(({ path, message }) => `${path}：${message}`) }
  const { object, year, subject, scenes, closing } = outer.data
  const all: Scene[] = [
    { data: { kind: 'title', year, title: script.title, object, ...(subject ? { subject } : {}) } },
    ...scenes.map(({ at, aside, ...data }) => ({
      at,
      ...(aside === undefined ? {} : { aside }),
      data: data as unknown as SceneData,
    })),
    {
      at: closing,
      data: {
        kind: 'closing',
        title: script.title,
        number: `党史故事 第 ${script.number} 集`,
        ...rests,
        object,
      },
    },
  ]
  const problems: string[] = []
  const read = all.map(({ data, ...rest }, i) => {
    const parsed = kindOf(data).schema.safeParse(data)
    const where = nameOf(i, data)
    if (!parsed.success)
      problems.push(...explainIssues(parsed.error.issues, data).map(it => `${where} ${it.path}：${it.message}`))
    else problems.push(...unknownIn(parsed.data, drawings).map(it => `${where}：${it}`))
    if (rest.aside !== undefined && !drawings.has(rest.aside))
      problems.push(`${where}：${unknownObject(rest.aside, drawings)}`)
    return { ...rest, data: parsed.data ?? data }
  })
  return problems.length > 0 ? { problems } : { board: { scenes: read }, problems }
}

/** How a scene is called in what is told about it. */
export function nameOf(at: number, { kind }: SceneData): string {
  return `第 ${at} 幕（${kind}）`
}

const unknownObject = (id: string, drawings: Drawings) =>
  `没有“${id}”这个物件；应当写 ${[...drawings.keys()].join('、')} 之一`

/** Places that a route passes and does not have, objects that nobody drew. */
function unknownIn(data: SceneData, drawings: Drawings): string[] {
  const problems: string[] = []
  if (typeof data.object === 'string' && !drawings.has(data.object)) problems.push(unknownObject(data.object, drawings))
  if (data.kind !== 'route') return problems
  const { places, legs } = data as unknown as { places: { name: string }[]; legs: { from: string; to: string }[] }
  const known = new Set(places.map(({ name }) => name))
  for (const name of legs.flatMap(({ from, to }) => [from, to]))
    if (!known.has(name)) problems.push(`路线走到“${name}”，places 里没有这个地方`)
  return problems
}
