import assert from 'node:assert/strict'
import { test } from 'node:test'
import { call, world } from './support'

const PAGES = ['/docs', '/docs/', '/docs/json', '/docs/yaml', '/docs/static/index.html']

for (const { env, served } of [
  { env: {}, served: false },
  { env: { API_DOCS: '0' }, served: false },
  { env: { API_DOCS: '1' }, served: true },
  { env: { DEMO: '1' }, served: true },
] as { env: Record<string, string>; served: boolean }[]) {
  test(`the API’s document is ${served ? '' : 'not '}served with ${JSON.stringify(env)}, and always there for tests`, async () => {
    const w = await world({ env })
    try {
      for (const url of PAGES) {
        const { status, json } = await call(w, undefined, 'GET', url)
        if (served) assert.ok([200, 302].includes(status), `${url} ${status}`)
        else assert.deepEqual([status, json.error], [404, 'not_found'], url)
      }
      const { paths } = w.app.swagger() as { paths: object }
      assert.ok(Object.keys(paths).length >= 40)
    } finally {
      await w.close()
    }
  })
}
