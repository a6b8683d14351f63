import assert from 'node:assert/strict'
import fs from 'node:fs'
import { test } from 'node:test'
import { unpackCatalog, type PackedCatalog } from '../../domain/catalog/packed-catalog'
import { answer, questionsOf, reads } from './answering'
import { address, newPhone, press, top, useBrowser } from './phone'

useBrowser()

test('about says as many as there are in the feed, and of sounds only those that exist', async () => {
  const sounds = fs.readdirSync('content/media').filter(name => /\.(m4a|mp4)$/.test(name)).length
  const packed = (await (await fetch(`${address()}feed/catalog.json`)).json()) as PackedCatalog
  const { articles, episodes, counts } = unpackCatalog(packed)
  const { page, open } = await newPhone()
  await open('/subpackages/settings/about/index')
  await reads(page, `${articles.length} 篇`)
  // A number and its unit hold together on a line.
  const words = ((await top(page).textContent()) ?? '').replace(/\s/g, ' ').replaceAll('\u2060', '')
  for (const count of [
    `${episodes.length} 集，其中 ${sounds} 集有声音`,
    `${counts.questions} 道`,
    `${counts.checked} / ${counts.items}`,
    `${counts.approved} / ${counts.items}`,
  ])
    assert.ok(words.includes(count), count)
})

test('the privacy page says first that it is a draft, and is reached from settings and about', async () => {
  const { page, go } = await newPhone()
  for (const from of ['settings', 'about']) {
    await go(`/subpackages/settings/${from}/index`)
    await press(page, 'to-privacy')
    await reads(page, /草案，须法务确认/)
  }
})

test('the software that the app is made of is named in 关于 with its licences, also without a network', async () => {
  const { page, open, errors } = await newPhone()
  await open('/subpackages/settings/about/index')
  await press(page, 'to-licences')
  await reads(page, /^@babel\/runtime 7\./)
  const text = await (await fetch(`${address()}licences.txt`)).text()
  const names = text.split(/^—+$/m).flatMap(part => part.trim().split('\n')[0]!.split('、'))
  const named = new Set(names.map(it => it.replace(/ [^ ]*$/, '')))
  for (const name of ['react-dom', 'core-js', 'idb', 'echarts', 'zrender', '@stencil/core'])
    assert.ok(named.has(name), name)
  // What the service worker is written of says its own name.
  const worker = await (await fetch(`${address()}sw.js`)).text()
  const parts = [...new Set([...worker.matchAll(/workbox:([a-z-]+):/g)].map(it => `workbox-${it[1]}`))]
  assert.ok(parts.length > 2, parts.join())
  assert.deepEqual(
    parts.filter(it => !named.has(it)),
    [],
  )
  assert.match(worker, /"url":"licences\.txt"/)
  assert.deepEqual(errors, [])
})

test('a goal set today counts for this week and leaves the weeks gone by', async () => {
  const { page, open, go } = await newPhone()
  await open('/subpackages/settings/settings/index')
  await reads(page, '什么通知都不发')
  await press(page, 'goal-5')
  await go('/pages/home/index')
  await reads(page, /目标 5\s天/)
})

test('a clock set back past midnight within a session opens no second day', async () => {
  const { page, open } = await newPhone()
  await page.clock.install({ time: new Date('2026-11-23T00:10:00+08:00') })
  const questions = await questionsOf('reform')
  await open('/subpackages/exam/run/index?mode=practice&shelf=reform')
  for (let i = 0; i < 2; i++) {
    await answer(page, questions, true)
    await press(page, 'next')
  }
  // Sunday of the week before.
  await page.clock.setSystemTime(new Date('2026-11-22T23:30:00+08:00'))
  for (let i = 0; i < 2; i++) {
    await answer(page, questions, true)
    await press(page, 'next')
  }
  const days = await page.evaluate(
    () =>
      new Promise<string[]>(resolve => {
        const opening = indexedDB.open('e-dangshi')
        opening.onsuccess = () => {
          const reading = opening.result.transaction('kv').objectStore('kv').get('days/2026-11')
          reading.onsuccess = () => resolve(Object.keys(JSON.parse(String(reading.result)) as object))
        }
      }),
  )
  assert.deepEqual(days, ['2026-11-23'])
})

test('two tabs erase while a third records: nothing from before comes back, and recording goes on', async () => {
  const { context, page, open } = await newPhone()
  await open('/subpackages/reader/article/index?id=a-0001')
  await press(page, 'favourite')
  await page.locator('[aria-label=取消收藏]').waitFor()
  await open('/subpackages/reader/article/index?id=a-0002')
  const tabs = [await context.newPage(), await context.newPage()]
  for (const tab of tabs) {
    await tab.goto(`${address()}#/subpackages/settings/settings/index`)
    await press(tab, 'erase')
    await tab.locator('#dialog-confirm').waitFor()
  }
  await Promise.all([...tabs.map(tab => press(tab, 'dialog-confirm')), press(page, 'favourite')])
  for (const tab of tabs) await reads(tab, '学习记录已经全部清除')
  await open('/subpackages/reader/article/index?id=a-0003')
  await press(page, 'favourite')
  await page.locator('[aria-label=取消收藏]').waitFor()
  await page.reload()
  await page.locator('[aria-label=取消收藏]').waitFor()
  await open('/subpackages/reader/article/index?id=a-0001')
  await page.locator('[aria-label=收藏]').waitFor()
})
