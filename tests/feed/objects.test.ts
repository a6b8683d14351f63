import { objectOf, objectSvg, objectThumbnail, type ObjectsFile } from '../../domain/catalog/objects'
import { unpackCatalog, type PackedCatalog } from '../../domain/catalog/packed-catalog'
import { compileBundle } from '../../scripts/feed/compile/bundle'
import { readTreeInMemory } from './faults'
import { validTree } from './fixture'

const FILE = 'content/objects.yml'
const BOAT = `- id: boat
  alt: 一条船
  of: [a-0001]
  ink: '<path d="M46 69V49"/>'
  red: '<circle cx="9" cy="9" r="4" fill="red"/>'
`
const withObjects = (text: string) => readTreeInMemory({ ...validTree(), [FILE]: text })

test('an article has its object in the feed, and a feed without objects is whole', () => {
  const { corpus, problems } = withObjects(BOAT)
  expect(problems).toEqual([])
  const file = JSON.parse(compileBundle(corpus).get('objects.json')!) as ObjectsFile
  expect(objectOf(file, 'a-0001')?.id).toBe('boat')
  expect(objectOf(file, 'a-0002')).toBeUndefined()
  const bare = readTreeInMemory(validTree())
  expect(JSON.parse(compileBundle(bare.corpus).get('objects.json')!)).toEqual({ objects: [], of: {} })
})

test('the catalog says which articles are drawn, so that a list keeps their places', () => {
  const packed = compileBundle(withObjects(BOAT).corpus).get('catalog.json')!
  const { articles } = unpackCatalog(JSON.parse(packed) as PackedCatalog)
  expect(articles.filter(it => it.drawn).map(it => it.id)).toEqual(['a-0001'])
  expect(articles.length).toBeGreaterThan(1)
  expect(articles.find(it => it.id === 'a-0001')).toMatchObject({ checked: expect.any(Boolean) })
})

test('an object belongs to articles that are there, and an article has one at most', () => {
  expect(withObjects(BOAT.replace('a-0001', 'a-9999')).problems).toHaveLength(1)
  const twice = BOAT + BOAT.replace('boat', 'ship')
  expect(withObjects(twice).problems).toContainEqual(
    expect.objectContaining({ file: FILE, message: expect.stringContaining('已经有一个物件') }),
  )
})

test('an object may be the cover of an episode that is there; one that is a cover alone is not in the feed', () => {
  const cover = BOAT.replace('of: [a-0001]', 'cover: [e-0001]')
  const { corpus, problems } = withObjects(cover)
  expect(problems).toEqual([])
  expect(JSON.parse(compileBundle(corpus).get('objects.json')!)).toEqual({ objects: [], of: {} })
  expect(withObjects(cover.replace('e-0001', 'e-9999')).problems).toContainEqual(
    expect.objectContaining({ file: FILE, message: expect.stringContaining('e-9999 不存在') }),
  )
  expect(withObjects(cover + cover.replace('boat', 'ship')).problems).toContainEqual(
    expect.objectContaining({ file: FILE, message: expect.stringContaining('e-0001 已经有一个物件') }),
  )
  expect(withObjects(BOAT.replace('  of: [a-0001]\n', '')).problems.map(it => it.message)).toEqual([
    expect.stringContaining('没有写是哪篇文章、哪一集的'),
  ])
})

test('a drawing is shapes alone: no colour, no script, no address', () => {
  for (const bad of ['<path stroke="#000" d="M0 0"/>', '<script/>', '<image href="x"/>', '<path d="M0 0" onload="x"/>'])
    expect(
      withObjects(BOAT.replace('<path d="M46 69V49"/>', bad))
        .problems.map(it => it.message)
        .join(),
    ).toMatch(/不认得的图形/)
})

test('ink and red are the page’s colours', () => {
  const file = JSON.parse(compileBundle(withObjects(BOAT).corpus).get('objects.json')!) as ObjectsFile
  const svg = objectSvg(file.objects[0]!, 3, { ink: '#111111', red: '#aa0000' })
  expect(svg).toContain("<g stroke='#111111'><path d='M46 69V49'/></g>")
  expect(svg).toMatch(/<g stroke='#aa0000'>.*fill=["']#aa0000["']/)
})

test('a thumbnail has air around the drawing and stays four by three', () => {
  const file = JSON.parse(compileBundle(withObjects(BOAT).corpus).get('objects.json')!) as ObjectsFile
  const svg = objectThumbnail(file.objects[0]!, { ink: '#111111', red: '#aa0000' })
  const [x, y, width, height] = /viewBox='([^']+)'/.exec(svg)![1]!.split(' ').map(Number)
  expect(x).toBeLessThan(0)
  expect(y).toBeLessThan(0)
  expect(width! / height!).toBeCloseTo(4 / 3)
  expect([x! + width!, y! + height!]).toEqual([160 - x!, 120 - y!])
})
