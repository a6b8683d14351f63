import assert from 'node:assert/strict'
import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { unpackCatalog, type PackedCatalog } from '../../domain/catalog/packed-catalog'
import { address, keptWhole, newPhone, until, useBrowser } from './phone'

useBrowser()

const catalog = unpackCatalog(JSON.parse(fs.readFileSync('dist/h5/feed/catalog.json', 'utf8')) as PackedCatalog)
const [article] = catalog.articles

/** A network between phone and app that answers with a page of its own for one file, as those of hotels do. */
async function network(file: string) {
  const state = { lies: true, asked: 0 }
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url!, address())
    if (state.lies && pathname === `/${file}`) {
      state.asked += 1
      return void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><p>请先登录网络')
    }
    http.get(new URL(request.url!, address()), { headers: { accept: request.headers.accept ?? '*/*' } }, answer => {
      response.writeHead(answer.statusCode!, answer.headers)
      answer.pipe(response)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return { state, server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }
}

for (const [what, file, path, sign] of [
  [
    'that comes later',
    `feed/${article!.volume}`,
    `/subpackages/reader/article/index?id=${article!.id}`,
    '.article__paragraph',
  ],
  ['of the first part', 'feed/schedule.json', '/pages/home/index', '#row-daily'],
  ['that begins the app', 'index.html', '/pages/home/index', '#row-daily'],
] as const)
  test(`a file ${what} that another network has put a page in the place of is fetched again, and can be read without any`, async () => {
    const { state, server, url } = await network(file)
    try {
      const { page, context } = await newPhone({ serviceWorkers: true })
      await page.goto(url)
      await page.locator('.screen').last().waitFor()
      // What was to be kept has been asked for, and the install is over, one way or the other.
      for (let i = 0; i < 600 && state.asked === 0; i++) await new Promise(resolve => setTimeout(resolve, 50))
      assert.ok(state.asked > 0)
      const installing = () =>
        page.evaluate(async () => !!(await navigator.serviceWorker.getRegistration())?.installing)
      await until('the install is over', async () => !(await installing()))
      state.lies = false
      await page.reload()
      await keptWhole(page)
      await context.setOffline(true)
      await page.goto(`${url}#${path}`)
      await page.reload()
      await page.locator(sign).first().waitFor()
    } finally {
      server.close()
      server.closeAllConnections()
    }
  })
