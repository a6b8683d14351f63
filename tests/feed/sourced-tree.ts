import { SOURCES, validTree, type Tree } from './fixture'

const EVENTS = 'content/events.yml'
const YIDA = 'content/articles/new-democratic/yida.md'
export const WORDS = '1921年7月23日，中国共产党第一次全国代表大会在上海开幕'

/** The valid tree with an article, an event and a day that stand on sources. */
export function sourcedTree(): Tree {
  const tree: Tree = { ...validTree(), 'content/sources/chronicle.yml': SOURCES }
  tree[EVENTS] = tree[EVENTS]!.replace(
    'basis: recalled',
    `sources: [{ id: dashiji, row: 19210723, words: ${WORDS} }, { id: ttd, words: 后来转到嘉兴南湖 }]`,
  )
  tree[YIDA] = tree[YIDA]!.replace('basis: recalled', 'subject: 中共一大 · 1921年7月\nsources: [dashiji, ttd]')
    .replace('到会；会议', '到会；[^1]会议')
    .replace('。 ^e1', '。[^1][^2] ^e1')
    .replace(
      '> 要点',
      '> 为什么\n> - 起因：各地有了党的早期组织。[^2]\n> - 决定：通过了[中共一大](event:zhonggong-yida)的纲领。\n\n> 要点',
    )
  tree[YIDA] += `\n[^1]: dashiji#19210723 ${WORDS}\n\n[^2]: ttd 后来转到*嘉兴*南湖\n`
  tree['content/days.yml'] = tree['content/days.yml']!.replace(
    '01-01 这一天的事。, basis: recalled',
    '01-01 这一天的事。, sources: [{ id: ttd, row: 一月一日, words: 这一天的事 }]',
  )
  return tree
}
