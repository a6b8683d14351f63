import fs from 'node:fs'
import path from 'node:path'

/** Attribute or event as WXML has it → what the template writes for it. */
export type Attributes = Record<string, string>

/** Every template has them. */
const ALWAYS = /^(style|class|bindtap|catchtap|aria-.*)$/

/** Every word of the sources that WeChat's package is made of, in small letters; comments are no words. */
export function wordsOfSources(folder: string): ReadonlySet<string> {
  const words = new Set<string>()
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.tsx?$/.test(entry.name) || /\.h5\.tsx?$/.test(entry.name)) continue
    const code = fs
      .readFileSync(path.join(entry.parentPath, entry.name), 'utf8')
      .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    for (const [word] of code.matchAll(/[a-z]+/gi)) words.add(word.toLowerCase())
  }
  return words
}

/**
 * The attributes that some source names (`hover-class` is `hoverClass` there, `bindlongpress` is `onLongPress`). WeChat's own
 * defaults hold for the others; Taro would write the same ones.
 */
export function leanAttributes(attributes: Attributes, words: ReadonlySet<string>): Attributes {
  const named = ([name]: [string, string]) =>
    ALWAYS.test(name) ||
    words.has(
      name
        .replace(/^(bind|catch)/, 'on')
        .replace(/-/g, '')
        .toLowerCase(),
    )
  return Object.fromEntries(Object.entries(attributes).filter(named))
}

/** Without the space between tags and within them. Names keep their case: WeChat tells `activeColor` from `activecolor`. */
export const withoutSpace = (wxml: string): string =>
  wxml
    .replace(/>\s+</g, '><')
    .replace(/ +(?=\/?>)/g, '')
    .replace(/" {2,}/g, '" ')
