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

const known = new Map<string, Map<string, Template>>()

/** Reads Taro's `base.wxml`, once a folder: kind of node → its template. */
export function readTemplates(folder: string): ReadonlyMap<string, Template> {
  const templates = known.get(folder) ?? parse(folder)
  known.set(folder, templates)
  return templates
}

function parse(folder: string): Map<string, Template> {
  const wxml = fs.readFileSync(path.join(folder, 'base.wxml'), 'utf8')
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
