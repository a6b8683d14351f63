import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { askable, askLedger } from '../../domain/search/ask'
import { openFeed } from '../../scripts/bench/opened-feed'

/** Questions by somebody who had not seen how they are answered, with what answers them in our content; see the first runs. */
interface Asked {
  title: string
  firstRun: { answered: string; leftOpen: string }
  /** Without `says` our content has no answer. `entry`: any of these; none means that only the words count. */
  questions: { ask: string; entry?: string[]; says?: string }[]
}

/** Content goes on being edited; a part this large stays answered. */
const MOST = 0.9

const sets = JSON.parse(readFileSync('tests/browser/asked-questions.json', 'utf8')) as Asked[]
const { documents, ledger, names, sounds } = openFeed()
const from = askable(documents, ledger, names, sounds)

/** What stands first on the page, with the id of what it is from. */
function shown(question: string): { id: string; words: string } | undefined {
  const { entries, passages } = askLedger(from, question)
  const [entry, passage] = [entries[0], passages[0]]
  if (entry) {
    const rows = entry.rows.map(it => `${it.name}${it.value}`)
    return { id: entry.document.id, words: [entry.document.title, ...rows, entry.words].join(' ') }
  }
  return passage && { id: passage.document.id, words: passage.words }
}

for (const { title, questions } of sets) {
  test(`questions ${title}: what our content answers is answered first of all`, t => {
    const answerable = questions.filter(it => it.says !== undefined)
    const missed = answerable.filter(({ ask, says, entry = [] }) => {
      const first = shown(ask)
      return !first?.words.includes(says!) || (entry.length > 0 && !entry.includes(first.id))
    })
    t.diagnostic(`${answerable.length - missed.length} of ${answerable.length}; ${missed.map(it => it.ask).join(' ')}`)
    assert.ok(
      answerable.length - missed.length >= Math.floor(answerable.length * MOST),
      missed.map(it => it.ask).join('\n'),
    )
  })

  test(`questions ${title}: what it does not answer is left open`, () => {
    for (const { ask, says } of questions) if (says === undefined) assert.equal(shown(ask), undefined, ask)
  })
}

test('what is shown of a text is whole sentences of it', () => {
  for (const { ask } of sets.flatMap(it => it.questions)) {
    for (const { document, words } of askLedger(from, ask).passages) {
      assert.ok(
        document.lines.some((line, i) => words === line || words === document.lines[i - 1] + line),
        `${ask}: ${words}`,
      )
    }
  }
})
