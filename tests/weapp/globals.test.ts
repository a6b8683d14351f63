import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Phone } from './harness/phone'
import { PACKAGE, tampered } from './subject'

const HOME = 'pages/home/index.js'

/** What works in a browser or in Node and breaks on a phone. */
const PLANTED = [
  `new URL('https://example.org/a')`,
  `new URLSearchParams('a=1')`,
  `fetch('https://example.org')`,
  `new TextDecoder().decode(new Uint8Array(1))`,
  `new TextEncoder().encode('a')`,
  `new Intl.Segmenter('zh')`,
  `new WebAssembly.Memory({ initial: 1 })`,
  `document.createElement('p')`,
  `window.scrollTo(0, 0)`,
  `localStorage.getItem('a')`,
  `new XMLHttpRequest()`,
  `structuredClone({})`,
  `atob('YQ==')`,
  `crypto.getRandomValues(new Uint8Array(1))`,
  `performance.now()`,
  `queueMicrotask(() => {})`,
  `new AbortController()`,
  `process.cwd()`,
  `Buffer.from('a')`,
  `setImmediate(() => {})`,
  `eval('1')`,
  `new Function('return 1')()`,
]

for (const code of PLANTED) {
  test(`${code} in a page is a fault`, async () => {
    const phone = new Phone(tampered(HOME, text => `${code};${text}`))
    await phone.launch()
    assert.match(
      phone.faults[0] ?? '',
      /is not defined|Cannot read propert|is not a (function|constructor)|Code generation/,
    )
    phone.kill()
  })
}

test('a fault in a timer is noticed as well', async () => {
  const phone = new Phone(tampered(HOME, text => `setTimeout(() => new URL('https://example.org/a'), 5);${text}`))
  await phone.launch()
  assert.match(phone.faults[0] ?? '', /URL is not defined/)
})

test('the package itself needs none of these', async () => {
  const phone = new Phone(PACKAGE)
  await phone.launch()
  assert.deepEqual(phone.faults, [])
})
