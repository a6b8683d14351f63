import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BUDGETS } from './costs'
import { controls, words } from './harness/gestures'
import { depthOf } from './harness/layout'
import { MiniPackage } from './harness/package'
import { Phone } from './harness/phone'
import { allNodes, nameOf, type ViewNode } from './harness/tree'
import { addresses, isKeep, PACKAGE, packagedCatalog, tampered, troubleOf } from './subject'

/** Taro puts deeper nodes into a recursive component, which costs a second update. */
const DEEPEST = 16

const catalog = packagedCatalog()

/** Named as a control, hidden from screen readers, only listening for movement or a long press, or the empty node Taro leaves for page-meta. */
function isSpoken(node: ViewNode): boolean {
  if (node.children.length === 0 && node.classes.length === 0) return true
  const { 'aria-role': role, 'aria-hidden': hidden } = node.attributes
  return (
    role !== undefined ||
    hidden === true ||
    node.classes.some(name => /^(article__(body|paragraph)|transcript)$/.test(name))
  )
}

for (const url of addresses(catalog)) {
  test(`${url} opens, says what it is for, and names every control, with its role`, async () => {
    const phone = new Phone(PACKAGE)
    await phone.launch(url)
    assert.deepEqual(phone.faults, [])
    assert.equal(phone.page.route, url.split('?')[0])
    // Whatever hears a tap says so. Input, slider and video have roles of their own.
    const mute = [...allNodes(phone.root)].filter(
      node => /^(view|text|image)$/.test(node.tag) && node.events.has('tap') && !isSpoken(node),
    )
    assert.deepEqual(
      mute.map(node => `#${node.id}`),
      [],
    )
    if (isKeep(phone.page.route)) return
    assert.match(words(phone), /[\u4e00-\u9fff]{2}/)
    assert.equal(troubleOf(phone), undefined)
    assert.ok(depthOf(phone.root) <= DEEPEST, `${depthOf(phone.root)} levels deep`)
    const nameless = controls(phone).filter(node => nameOf(node).trim() === '')
    assert.deepEqual(
      nameless.map(node => node.id || node.classes.join(' ')),
      [],
    )
    phone.kill()
  })
}

test('every article and every episode opens from the package, within a page’s setData', async () => {
  const urls = [
    ...catalog.articles.map(it => `subpackages/reader/article/index?id=${it.id}`),
    ...catalog.episodes.map(it => `subpackages/player/episode/index?id=${it.id}`),
  ]
  const phone = new Phone(PACKAGE)
  await phone.launch('subpackages/settings/about/index')
  const heavy: string[] = []
  for (const url of urls) {
    const mark = phone.recorder.records.length
    await phone.go(url)
    assert.equal(troubleOf(phone), undefined, url)
    const { bytes } = phone.recorder.since(mark)
    if (bytes > BUDGETS.firstSetData) heavy.push(`${url}: ${bytes} B`)
  }
  assert.deepEqual(heavy, [])
  assert.deepEqual(phone.faults, [])
})

test('a name that does not reach the view is noticed', async () => {
  const folder = tampered('base.wxml', wxml => wxml.replaceAll(/aria-label="[^"]*"/g, ''))
  const phone = new Phone(folder)
  await phone.launch('subpackages/player/episode/index?id=e-0001')
  assert.ok(controls(phone).some(node => nameOf(node).trim() === ''))
})

test('a node on a floor that no template was compiled for is noticed', async () => {
  const folder = tampered('base.wxml', wxml => wxml.replaceAll('name="tmpl_5_', 'name="none_5_'))
  const phone = new Phone(folder)
  await phone.launch('pages/home/index')
  assert.throws(() => phone.root, /base\.wxml has no template tmpl_5_/)
})

test('a volume that is damaged is told on the page, with a way to try again', async () => {
  const [article] = catalog.articles
  const folder = tampered(`feed/${article!.volume}.br`, () => 'not brotli')
  const phone = new Phone(folder)
  await phone.launch(`subpackages/reader/article/index?id=${article!.id}`)
  assert.equal(troubleOf(phone), '这里没有读出来')
  assert.match(words(phone), /再试一次/)
})

test('the about page counts the sounds that are in the package, and no film, which is in none', async () => {
  const phone = new Phone(PACKAGE)
  await phone.launch('subpackages/settings/about/index')
  const packed = new MiniPackage(PACKAGE)
  const sounds = packed
    .roots()
    .filter(({ root }) => root.startsWith('media/'))
    .flatMap(({ root }) => packed.files(root))
    .filter(({ file }) => file.endsWith('.m4a'))
  assert.ok(sounds.length > 0 && catalog.episodes.some(it => it.media?.bundled && it.kind === 'video'))
  assert.ok(words(phone).includes(`${catalog.episodes.length} 集，其中 ${sounds.length} 集有声音`), words(phone))
})
