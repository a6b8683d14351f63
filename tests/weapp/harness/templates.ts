import fs from 'node:fs'
import path from 'node:path'

/** What the compiled template makes of one kind of node. */
export interface Template {
  tag: string
  /** Attribute → key of the node's data it shows. Only what stands here reaches the view. */
  attributes: Map<string, string>
  /** Events that are bound, `tap` and the like. */
  events: Set<string>
  /** Events that stop here. */
  caught: Set<string>
}

/** Where in the page a node stands, as Taro's templates hand it down: its floor, and the kinds around it that are counted. */
export interface Floor {
  c: number
  l: string
}

/** Taro's own script of `utils.wxs`. */
interface Script {
  a(floor: number, kind: string, around: string): string
  f(around: string, kind: string): string
}

export interface Templates {
  /** Kind of node → what its template makes of it. */
  kinds: ReadonlyMap<string, Template>
  /**
   * The floor of a node's children.
   * @throws where no template of that name was compiled, and the phone would show nothing
   */
  inside(kind: string, floor: Floor): Floor
}

/** Floor of the nodes that stand in the page itself. */
export const GROUND: Floor = { c: 0, l: '' }

const known = new Map<string, Templates>()

/** Reads Taro's `base.wxml` and `utils.wxs`, once a folder. */
export function readTemplates(folder: string): Templates {
  const templates = known.get(folder) ?? read(folder)
  known.set(folder, templates)
  return templates
}

function read(folder: string): Templates {
  const wxml = fs.readFileSync(path.join(folder, 'base.wxml'), 'utf8')
  const names = new Set([...wxml.matchAll(/<template name="(\w+)">/g)].map(([, name]) => name!))
  const wxs: { exports?: Script } = {}
  new Function('module', fs.readFileSync(path.join(folder, 'utils.wxs'), 'utf8'))(wxs)
  const { a: nameOf, f: around } = wxs.exports!
  const inside = (kind: string, { c, l }: Floor): Floor => {
    const name = nameOf(c, kind, l)
    // Taro's component `comp` begins again at the ground.
    const [shown, from] = name.endsWith('_container') ? [`tmpl_0_${kind}`, GROUND] : [name, { c, l }]
    for (const needed of [name, shown]) if (!names.has(needed)) throw new Error(`base.wxml has no template ${needed}`)
    return { c: from.c + 1, l: around(from.l, kind) }
  }
  return { kinds: parse(wxml), inside }
}

function parse(wxml: string): Map<string, Template> {
  const templates = new Map<string, Template>()
  for (const [, name, body] of wxml.matchAll(/<template name="tmpl_\d+_(\w+)">([\s\S]*?)<\/template>/g)) {
    const kind = name!.replace(/_blur$/, '')
    const element = /<([a-z-]+)\s([^>]*)>/.exec(body!.replace(/\{\{[^}]*\}\}/g, it => it.replaceAll('>', ' ')))
    if (templates.has(kind) || !element || element[1] === 'template') continue
    templates.set(kind, describe(element[1]!, element[2]!))
  }
  return templates
}

function describe(tag: string, source: string): Template {
  const attributes = new Map<string, string>()
  const events = new Set<string>()
  const caught = new Set<string>()
  for (const [, name, value] of source.matchAll(/([\w-]+)="([^"]*)"/g)) {
    const handler = /^(bind|catch):?(\w+)$/.exec(name!)
    if (handler) {
      events.add(handler[2]!)
      if (handler[1] === 'catch') caught.add(handler[2]!)
    } else {
      const shown = /i\.(\w+)/.exec(value!)?.[1]
      if (shown) attributes.set(name!, shown)
    }
  }
  return { tag, attributes, events, caught }
}
