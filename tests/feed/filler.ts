/** Characters that form no date, number, name or order word. */
const CHARS = [
  ...'山水云风林木花草石田路桥门窗灯火书笔纸墨歌声光影晨暮晴雨雪霜江河湖海船帆港湾村庄街巷城墙楼台井泉谷峰岭坡原野沙洲岛屿鸟鱼牛羊马骡车轮鼓锣旗帜衣帽鞋袜米面油盐茶饭菜果刀锄镰斧锤钉绳布针线',
]

/** Meaningless Chinese of a given length, different for every seed: sentences of twenty characters, paragraphs of five. */
export function filler(seed: number, length: number): string {
  let state = (seed * 2654435761 + 12345) >>> 0
  const next = () => {
    // xorshift32: tests need the same text every time.
    state ^= state << 13
    state >>>= 0
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state
  }
  for (let warm = 0; warm < 5; warm++) next()
  const sentences: string[] = []
  for (let left = length; left > 0; left -= 20) {
    sentences.push(
      `${Array.from({ length: Math.max(12, Math.min(left, 20) - 1) }, () => CHARS[next() % CHARS.length]).join('')}。`,
    )
  }
  const paragraphs: string[] = []
  for (let at = 0; at < sentences.length; at += 5) paragraphs.push(sentences.slice(at, at + 5).join(''))
  return paragraphs.join('\n\n')
}
