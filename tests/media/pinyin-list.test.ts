import { byCharacter, clauseToRead, namesToRead } from '../../scripts/media/src/pinyin-list'
import type { Clause } from '../../scripts/media/src/pronounce'

/** `clause('他 ta1', '调 diao4 了 le5')`: one argument a word; a `!` behind a reading says that it comes from the lexicon. */
const clause = (...words: string[]): Clause => ({
  words: words.map(word => {
    const parts = word.split(' ')
    return parts.flatMap((char, i) => {
      if (i % 2 === 1) return []
      const pinyin = parts[i + 1]!
      return [{ char, pinyin: pinyin.replace('!', ''), fixed: pinyin.endsWith('!') }]
    })
  }),
  pause: '，',
})
const ALONE: Record<string, string> = { 他: 'ta1', 调: 'diao4', 士: 'shi4', 的: 'de5', 大: 'da4', 夫: 'fu1' }
const alone = (char: string) => ALONE[char] ?? 'a1'

test('a clause shows the reading of what can be read otherwise, and leaves what everybody reads so alone', () => {
  const read = clauseToRead(clause('他 ta1', '的 de5', '调 diao4!', '的 di1 士 shi4'), alone)
  expect(read).toEqual({ text: '他的调[diao4]的(di1)士，', open: 2 })
})

test('a character that comes out otherwise than it is read alone is shown, whichever it is', () => {
  expect(clauseToRead(clause('大 dai4 夫 fu5'), alone)).toEqual({ text: '大(dai4)夫，', open: 1 })
})

test('names are shown whole, the longest of those that begin at one place', () => {
  const said = clause('任 ren2 弼 bi4 时 shi2', '说 shuo1')
  expect(namesToRead(said, new Set(['任弼', '任弼时', '时说']))).toEqual(['任弼时 ren2 bi4 shi2'])
})

test('the table holds each word of the dictionary once with its count, and each place of a single character', () => {
  const clauses = [
    clause('土 tu3 地 di4', '上 shang4'),
    clause('土 tu3 地 di4'),
    clause('慢 man4', '慢 man4', '地 de5', '走 zou3'),
  ]
  const same = (char: string) => ({ 土: 'tu3', 地: 'di4', 上: 'shang4', 慢: 'man4', 走: 'zou3' })[char]!
  expect(byCharacter(clauses, same, new Set())).toEqual(['\n地', '  de5   ｜ 慢慢【地】走', '  di4  土地×2'])
  expect(byCharacter(clauses, same, new Set('走'))).toEqual(['\n走', '  zou3   ｜ 慢慢地【走】'])
})
