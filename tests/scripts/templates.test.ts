import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { leanAttributes, wordsOfSources, withoutSpace } from '../../config/templates/lean'

const EVERY = {
  'hover-class': "i.p12||'none'",
  bindlongpress: 'eh',
  catchtouchmove: 'eh',
  bindanimationend: 'eh',
  'aria-label': 'i.p5',
  activeColor: 'i.p0',
  style: 'i.st',
  bindtap: 'eh',
}

describe('templates of WeChat’s package', () => {
  let folder: string
  beforeEach(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'words-'))))
  afterEach(() => fs.rmSync(folder, { recursive: true }))
  const lean = (files: Record<string, string>) => {
    for (const [name, code] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), code)
    return Object.keys(leanAttributes(EVERY, wordsOfSources(folder)))
  }

  it('have the attributes and events that a source names, in its own spelling, and those that every node has', () => {
    expect(lean({ 'a.tsx': '<View hoverClass="pressed" onLongPress={open} {...it} />' })).toEqual([
      'hover-class',
      'bindlongpress',
      'aria-label',
      'style',
      'bindtap',
    ])
  })

  it('have an attribute that stands in an object, to be spread', () => {
    expect(lean({ 'a.ts': 'export const colours = { activeColor: RED }' })).toContain('activeColor')
  })

  it('have none for a comment’s sake, nor for the web’s', () => {
    const words = {
      'a.tsx': '/** hoverClass */\n// onTouchMove\nexport {}',
      'b.h5.tsx': '<View hoverClass="pressed" />',
    }
    expect(lean(words)).toEqual(['aria-label', 'style', 'bindtap'])
  })

  it('have no space between their tags, and words as they were', () => {
    expect(withoutSpace(`<a is="{{xs.a(c, n)}}"  b="1" >\n    <text />\n</a>\n`)).toBe(
      '<a is="{{xs.a(c, n)}}" b="1"><text/></a>\n',
    )
  })
})
