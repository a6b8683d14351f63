import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { PACKAGE } from './subject'

/** Every stylesheet of the package, comments left out. */
const sheets = fs
  .readdirSync(PACKAGE, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.wxss'))
  .map(file => ({ file, css: fs.readFileSync(path.join(PACKAGE, file), 'utf8').replace(/\/\*[^]*?\*\//g, '') }))

/** What only a browser needs: keys that show where they are, what a mouse is over, Taro's elements around a field, the page on a desktop. */
for (const only of [/:focus-visible/, /:focus-within/, /:hover/, /taro_page/, /100vmax/]) {
  test(`no stylesheet of the package has ${only.source}`, () => {
    assert.ok(sheets.length > 10)
    assert.deepEqual(
      sheets.filter(({ css }) => only.test(css)).map(({ file }) => file),
      [],
    )
  })
}

test('no stylesheet of the source asks for a condition that nothing resolves', () => {
  const files = fs.readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.scss'))
  const asking = files.filter(file => /#ifn?def/.test(fs.readFileSync(path.join('src', file), 'utf8')))
  assert.deepEqual(asking, [])
})
