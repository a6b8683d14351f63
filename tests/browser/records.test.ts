import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { newPhone, top, useBrowser } from './phone'
import { seedStudy } from './seed'

// A slow phone reads its records while the page is already there.
useBrowser()

const NOW = new Date('2026-11-24T08:00:00+08:00')

/** From the next launch on the records open only when they are let, or fail as long as they are told to. */
async function holdRecords(
  page: Page,
  broken = false,
): Promise<{ release: () => Promise<void>; mend: () => Promise<void> }> {
  await page.addInitScript({
    content: `
      const gate = new Promise(done => (window.release = done));
      const { addEventListener } = IDBOpenDBRequest.prototype;
      IDBOpenDBRequest.prototype.addEventListener = function (name, listen) {
        addEventListener.call(this, name, name === 'success' ? event => gate.then(() => listen(event)) : listen);
      };
      const open = indexedDB.open.bind(indexedDB);
      window.broken = ${broken};
      indexedDB.open = (...all) => {
        if (window.broken) throw new DOMException('The database is damaged', 'UnknownError');
        return open(...all);
      };`,
  })
  return {
    release: () => page.evaluate('window.release()'),
    mend: () => page.evaluate('window.broken = false; window.release()'),
  }
}

const PAGES: [path: string, figures: string][] = [
  ['/pages/me/index', '.stat__value'],
  ['/pages/learn/index', '#shelf-new-democratic .row__meta'],
  ['/pages/home/index', '.week-goal'],
  ['/subpackages/settings/badges/index', '.row'],
  ['/subpackages/library/shelf/index?id=new-democratic', '.section__aside'],
]

for (const [path, figures] of PAGES) {
  test(`${path} says no figure before the records are read, and the right ones after`, async () => {
    const { page, open, errors } = await newPhone()
    await page.clock.setFixedTime(NOW)
    await seedStudy(page, NOW.getTime())
    const { release } = await holdRecords(page)
    await open(path)
    await page.waitForLoadState('networkidle')
    const before = await top(page).locator(figures).allTextContents()
    assert.ok(
      before.every(it => !/\d+\s\/|学完|^0$|已学/.test(it)),
      before.join(),
    )
    await release()
    await page.waitForFunction(
      ([selector, wanted]) =>
        [...document.querySelectorAll(selector!)].some(it => new RegExp(wanted!).test(it.textContent ?? '')),
      [figures, path.includes('me/') ? '[1-9]' : '[1-9]\\d*\\s/\\s\\d+|学完\\s[1-9]|已学\\s[1-9]'],
    )
    assert.deepEqual(errors, [])
  })
}

test('records that cannot be opened are told where they are missed, and opened again on request', async () => {
  const { page, open } = await newPhone()
  await page.clock.setFixedTime(NOW)
  await seedStudy(page, NOW.getTime())
  const { mend } = await holdRecords(page, true)
  await open('/pages/me/index')
  await top(page).getByText('这里没有读出来').waitFor()
  assert.equal(await top(page).locator('.stat__value').count(), 0)
  await mend()
  await top(page)
    .getByRole('button', { name: '再试一次' })
    .evaluate((it: HTMLElement) => it.click())
  await top(page).locator('.stat__value').first().waitFor()
})
