import type { Cover } from './cover.ts'
import { crane, derrick, fastTrain, lakeBoat, oilLamp, RIDGE, stoneGate, towers, wheat, works } from './motifs.ts'
import { ink, knot, placed, ring, row, solid, thread, wash, wave } from './pen.ts'

function twinTower(): string {
  const storeys = (x: number) =>
    row(
      0,
      1,
      7,
      (_, i) =>
        solid(`M${x - 30 + i * 1.5} ${-24 - i * 26} v-20 h${60 - i * 3} v20 Z`) +
        ink(`M${x - 36 + i * 1.5} ${-44 - i * 26} h${72 - i * 3}`),
    )
  return (
    solid('M-86 0 v-24 h172 v24 Z') +
    storeys(-34) +
    storeys(34) +
    ink('M-34 -224 l-16 18 M-34 -224 l16 18 M34 -224 l-16 18 M34 -224 l16 18 M-6 -120 h12 M-6 -146 h12')
  )
}

/** A wireless set: what the series is heard from. */
function wireless(): string {
  return (
    solid('M96 116 H384 V290 H96 Z') +
    wash('M96 116 H384 V290 H96 Z', 0.07) +
    solid('M120 140 H248 V266 H120 Z') +
    ink(
      row(136, 232, 7, x => `M${x} 152 V254 `),
      1.5,
    ) +
    solid('M276 146 H360 V186 H276 Z') +
    ink(`${ring(296, 238, 18)} ${ring(342, 238, 18)} M296 238 v-14 M342 238 l10 -9 M120 290 v16 M360 290 v16`) +
    ink('M346 116 L404 40', 3)
  )
}

function letter(): string {
  return (
    solid('M120 110 H350 V280 H120 Z') +
    wash('M120 110 H350 V280 H120 Z', 0.07) +
    ink(
      row(0, 1, 6, (_, i) => `M${322 - i * 34} 130 V${i === 5 ? 190 : 260} `),
      1.5,
    ) +
    solid('M372 90 L318 236 l-6 26 l18 -20 L386 96 Z')
  )
}

function frames(): string {
  const panel = (x: number) => `M${x} 120 h104 v120 h-104 Z`
  return (
    row(66, 310, 3, x => solid(panel(x)) + wash(panel(x), 0.07)) +
    ink(
      row(78, 404, 16, x => `M${x} 100 h6 M${x} 260 h6 `),
      5,
    )
  )
}

/** One cover for each shelf and each series; names are those of `content/shelves.yml`. */
export const SHELF_COVERS: readonly Cover[] = [
  {
    name: 'new-democratic',
    alt: '线描：一道石库门，门前一湖水，水上一条小船',
    draw: () =>
      placed(stoneGate(), 200, 292) +
      wash('M0 292 H480 V360 H0 Z', 0.07) +
      ink(wave(300, 8) + wave(318, 8, 30, 450, 70), 1.5) +
      placed(lakeBoat(), 388, 318) +
      thread('M0 338 H150 Q250 338 300 326 T388 284') +
      knot(388, 284),
  },
  {
    name: 'construction',
    alt: '线描：井架、厂房和麦穗立在原野上',
    draw: () =>
      wash('M0 300 H480 V268 Q360 250 240 266 T0 258 Z') +
      placed(works(), 118, 268) +
      placed(derrick(), 250, 268) +
      placed(wheat(116, 7), 384, 268) +
      thread('M0 330 H212 Q250 330 250 296 V60') +
      knot(250, 60),
  },
  {
    name: 'reform',
    alt: '线描：一座塔吊，一排越来越高的楼',
    draw: () =>
      placed(towers(), 238, 292) +
      placed(crane(), 345, 124) +
      thread('M0 330 H56 L110 262 L164 240 L218 236 L272 190 L326 170 L392 118') +
      knot(392, 118),
  },
  {
    name: 'new-era',
    alt: '线描：群山下一列高铁，山上一道飞向太空的弧线',
    draw: () =>
      wash(`${RIDGE} V300 H0 Z`) +
      ink(RIDGE) +
      placed(fastTrain(), 190, 284) +
      thread('M0 338 C190 338 350 260 416 66') +
      knot(416, 66),
  },
  {
    name: 'people',
    alt: '线描：一盏油灯，一本摊开的书',
    draw: () =>
      wash('M240 66 Q206 116 240 150 Q274 116 240 66 Z', 0.1) +
      placed(oilLamp(), 240, 150) +
      ink('M96 300 Q170 274 240 296 Q310 274 384 300 M96 300 V288 Q170 262 240 284 Q310 262 384 288 V300') +
      thread('M0 330 H180 Q240 330 240 268 V112') +
      knot(240, 112),
  },
  {
    name: 'local',
    alt: '线描：一座双塔，塔下铁轨在此交会，远处大河弯弯',
    draw: () =>
      wash(
        'M0 176 C90 130 160 226 250 196 S400 136 480 186 V222 C400 172 340 202 250 232 C160 262 90 166 0 212 Z',
        0.14,
      ) +
      ink('M0 176 C90 130 160 226 250 196 S400 136 480 186 M0 212 C90 166 160 262 250 232 S400 172 480 222', 1.5) +
      placed(twinTower(), 330, 296) +
      ink('M0 306 H480 M0 318 H480') +
      ink(
        row(12, 468, 20, x => `M${x} 302 V322 `),
        1.5,
      ) +
      ink('M60 360 C120 330 170 318 240 318 M84 360 C140 334 180 322 250 318') +
      thread('M0 342 H150 Q270 342 300 300 V80') +
      knot(300, 76),
  },
  {
    name: 'series-baitian',
    alt: '线描：一台收音机，《百天讲党史》',
    draw: () => wireless() + thread('M0 330 H250 Q318 330 318 250 V150') + knot(318, 166),
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
