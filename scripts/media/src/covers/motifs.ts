import { ink, knot, row, thread, wash, wave } from './pen.ts'

/** A cover: file name, what a screen reader says, and its drawing. */
export interface Cover {
  name: string
  alt: string
  draw: () => string
}

const ridge = 'M0 262 L62 198 L104 232 L168 150 L226 222 L276 178 L332 240 L392 170 L480 244'

function gate(): string {
  return (
    wash('M150 300 V120 Q240 40 330 120 V300 Z') +
    ink('M150 300 V120 Q240 40 330 120 V300') +
    ink('M176 300 V134 H304 V300 M240 134 V300 M176 134 Q240 84 304 134') +
    ink('M226 218 h6 M248 218 h6', 5)
  )
}

function derrick(): string {
  return (
    wash('M0 300 H480 V268 Q360 250 240 266 T0 258 Z') +
    ink(
      'M210 268 L250 80 L290 268 M222 212 L284 240 M278 212 L216 240 M232 164 L276 212 M268 164 L224 212 M242 120 L268 164 M258 120 L232 164',
    ) +
    ink('M250 80 V60 M240 60 h20') +
    row(330, 440, 7, (x, i) =>
      ink(`M${x} 268 q6 -${34 + (i % 3) * 8} 2 -${58 + (i % 3) * 8} m-2 14 q9 -4 11 -14 m-11 26 q-9 -4 -11 -14`),
    ) +
    ink('M60 268 V190 h34 V268 M94 212 h40 V268 M70 190 V150 h10 V190')
  )
}

function cranes(): string {
  const heights = [60, 96, 74, 132, 108, 168, 150]
  return (
    heights.map((h, i) => wash(`M${56 + i * 54} 292 v-${h} h38 v${h} Z`, 0.08 + i * 0.015)).join('') +
    heights.map((h, i) => ink(`M${56 + i * 54} 292 v-${h} h38 v${h}`)).join('') +
    ink('M352 124 V64 M352 78 H250 M352 78 H398 M352 64 L262 78 M352 64 L394 78 M270 78 V116 m-8 0 h16')
  )
}

function orbit(): string {
  return (
    wash(`${ridge} V300 H0 Z`) +
    ink(ridge) +
    ink('M0 284 H480 M0 292 H480', 1.5) +
    row(20, 460, 12, x => ink(`M${x} 284 V300`, 1.5)) +
    ink('M150 274 h120 q22 0 36 10 h-166 q-4 -10 10 -10 Z')
  )
}

function lamp(): string {
  return (
    wash('M240 66 Q206 116 240 150 Q274 116 240 66 Z', 0.1) +
    ink('M240 150 V166 M206 166 h68 l-12 28 h-44 Z M226 194 v44 h28 v-44 M190 250 h100 l14 18 h-128 Z') +
    ink('M96 300 Q170 274 240 296 Q310 274 384 300 M96 300 V288 Q170 262 240 284 Q310 262 384 288 V300')
  )
}

function river(): string {
  return (
    wash('M0 180 C90 120 150 250 240 210 S400 130 480 190 V230 C400 176 330 262 240 250 S90 168 0 222 Z', 0.14) +
    ink('M0 180 C90 120 150 250 240 210 S400 130 480 190 M0 222 C90 168 150 262 240 250 S400 176 480 230') +
    ink('M196 60 L150 330 M236 60 L222 330', 2) +
    row(0, 1, 11, (_, i) => ink(`M${190 - i * 4.3} ${76 + i * 24} L${238 - i * 1.3} ${76 + i * 24}`, 1.5)) +
    ink('M340 330 v-54 h22 v54 M374 330 v-54 h22 v54 M334 276 h68 M345 276 v-26 h46 v26 M352 250 l16 -24 l16 24')
  )
}

function voices(): string {
  return row(60, 420, 61, (x, i) => {
    const h = 8 + 56 * Math.abs(Math.sin(i * 0.37) * Math.cos(i * 0.11))
    return ink(`M${x} ${190 - h} V${190 + h}`, 2.5)
  })
}

function letter(): string {
  return (
    wash('M120 110 H350 V280 H120 Z', 0.07) +
    ink('M120 110 H350 V280 H120 Z') +
    row(0, 1, 6, (_, i) => ink(`M${322 - i * 34} 130 V${i === 5 ? 190 : 260}`, 1.5)) +
    ink('M372 90 L318 236 l-6 26 l18 -20 L386 96 Z')
  )
}

function frames(): string {
  return (
    row(
      0,
      1,
      3,
      (_, i) => wash(`M${66 + i * 122} 120 h104 v120 h-104 Z`, 0.07) + ink(`M${66 + i * 122} 120 h104 v120 h-104 Z`),
    ) + row(78, 404, 16, x => ink(`M${x} 100 h6 M${x} 260 h6`, 5))
  )
}

/** One cover for each shelf and each series; names are those of `content/shelves.yml`. */
export const COVERS: readonly Cover[] = [
  {
    name: 'new-democratic',
    alt: '线描：一道石库门，门前一湖水，水上一条小船',
    draw: () =>
      gate() +
      ink(wave(316, 10), 1.5) +
      ink('M356 306 q30 18 76 0 l-8 -14 h-56 Z M376 292 v-16 h34 v16') +
      thread('M0 338 H330 Q352 338 362 322 L394 300') +
      knot(394, 300),
  },
  {
    name: 'construction',
    alt: '线描：井架、厂房和麦穗立在原野上',
    draw: () => derrick() + thread('M0 330 H212 Q250 330 250 296 V60') + knot(250, 60),
  },
  {
    name: 'reform',
    alt: '线描：一座塔吊，一排越来越高的楼',
    draw: () => cranes() + thread('M0 330 H56 L110 262 L164 240 L218 236 L272 190 L326 170 L392 118') + knot(392, 118),
  },
  {
    name: 'new-era',
    alt: '线描：群山下一列高铁，山上一道飞向太空的弧线',
    draw: () => orbit() + thread('M0 330 C180 330 330 250 410 66') + knot(410, 66),
  },
  {
    name: 'people',
    alt: '线描：一盏油灯，一本摊开的书',
    draw: () => lamp() + thread('M0 330 H180 Q240 330 240 268 V112') + knot(240, 112),
  },
  {
    name: 'local',
    alt: '线描：大河弯弯，铁路跨河而过，岸上一座双塔',
    draw: () => river() + thread('M0 342 H190 L216 60') + knot(216, 60),
  },
  {
    name: 'series-baitian',
    alt: '线描：一道声波，《百天讲党史》',
    draw: () => voices() + thread('M0 190 H480') + knot(240, 190),
  },
  {
    name: 'series-renwu',
    alt: '线描：一封家书，一支笔，《人物》',
    draw: () => letter() + thread('M0 330 H280 Q306 330 312 262') + knot(312, 262),
  },
  {
    name: 'series-gushi',
    alt: '线描：三格画面，一条红线穿过，《党史故事》',
    draw: () =>
      frames() +
      thread('M0 210 L118 160 L240 204 L362 150 L480 186') +
      knot(118, 160) +
      knot(240, 204) +
      knot(362, 150),
  },
]
