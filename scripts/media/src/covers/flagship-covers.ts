import type { Cover } from './cover.ts'
import {
  crownedTree,
  hall,
  lantern,
  longTable,
  mirrorTable,
  oldClock,
  plainChair,
  pontoon,
  wheelbarrow,
} from './flagship-motifs.ts'
import { RIDGE, works } from './motifs.ts'
import { ink, knot, placed, row, solid, thread, wash, wave } from './pen.ts'

/** A cover for each 重点集, under the id of its episode. */
export const FLAGSHIP_COVERS: readonly Cover[] = [
  {
    name: 'e-0005',
    alt: '线描：一座多窗的学堂长楼，一条路从楼门通向街上',
    draw: () => placed(hall(7, 3), 250, 276) + thread('M0 336 H170 Q250 336 250 300 V252') + knot(250, 252),
  },
  {
    name: 'e-0015',
    alt: '线描：厂房上空一面大钟，指针停在正午十二点',
    draw: () =>
      placed(works(), 108, 318, 0.9) +
      placed(works(), 396, 318, 0.9) +
      placed(oldClock(), 250, 170) +
      thread('M0 336 H190 Q250 336 250 290 V84') +
      knot(250, 84),
  },
  {
    name: 'e-0018',
    alt: '线描：一盏马灯，提手上系着一条红带',
    draw: () =>
      placed(lantern(), 240, 312) +
      thread('M0 60 C90 60 180 20 236 62 Q300 110 286 176 M236 62 Q210 120 222 170') +
      knot(236, 62),
  },
  {
    name: 'e-0030',
    alt: '线描：一本摊开的密码本，一页一页的点和线，下面一条铁轨',
    draw: () =>
      solid('M90 230 Q165 206 240 226 Q315 206 390 230 V92 Q315 68 240 88 Q165 68 90 92 Z') +
      ink('M240 88 V226', 1.5) +
      ink(
        row(
          0,
          1,
          6,
          (_, i) =>
            `M112 ${112 + i * 18} h${30 + ((i * 37) % 50)} m12 0 h4 m12 0 h${18 + ((i * 23) % 20)} M262 ${112 + i * 18} h4 m12 0 h${22 + ((i * 41) % 40)} m12 0 h${20 + ((i * 13) % 20)} `,
        ),
        2.5,
      ) +
      ink('M0 290 H480 M0 306 H480') +
      ink(
        row(14, 466, 16, x => `M${x} 284 V312 `),
        1.5,
      ) +
      thread('M0 298 H372 Q412 298 412 250 Q412 160 322 148') +
      knot(322, 148),
  },
  {
    name: 'e-0037',
    alt: '线描：江面上一座浮桥，一条船接一条船，桥头有一个没有过江的点',
    draw: () =>
      placed(pontoon(), 0, 0) + thread('M0 330 L60 300 L214 236 L344 178 L480 112') + knot(60, 300) + knot(344, 178),
  },
  {
    name: 'e-0039',
    alt: '线描：一座两层的老楼，二楼的一扇窗亮着灯',
    draw: () => placed(hall(5, 2), 240, 280, 1.15) + thread('M0 330 H150 Q196 330 196 280 V178') + knot(196, 160, 9),
  },
  {
    name: 'e-0048',
    alt: '线描：山上一座亭子，山下划着十四道记号',
    draw: () =>
      wash('M0 300 L120 190 L210 232 L330 120 L480 250 V300 Z') +
      ink('M0 300 L120 190 L210 232 L330 120 L480 250') +
      solid('M310 134 v-30 h40 v30') +
      solid('M298 104 Q320 98 330 78 Q340 98 362 104 Z') +
      ink(
        row(84, 396, 14, x => `M${x} 318 v22 `),
        3,
      ) +
      thread('M0 330 H60 C160 330 250 240 330 134') +
      knot(330, 150),
  },
  {
    name: 'e-0060',
    alt: '线描：一辆装满粮袋的独轮小车，车辙一直拖到远处',
    draw: () =>
      placed(wheelbarrow(), 236, 300) +
      thread('M0 324 H160 Q216 324 236 268') +
      knot(236, 262) +
      ink('M0 306 H480', 1.5),
  },
  {
    name: 'e-0067',
    alt: '线描：雪山围着一片冰封的湖，漫天是雪',
    draw: () =>
      wash(`${RIDGE} V280 H0 Z`) +
      ink(RIDGE) +
      ink('M148 176 l12 10 l10 -12 l12 14 M376 192 l12 8 l10 -10 l12 12 M50 212 l10 8 l10 -8', 1.5) +
      solid('M40 312 Q150 276 300 288 T452 304 Q340 336 200 330 T40 312 Z') +
      ink('M150 306 l40 8 l-14 12 M300 300 l-26 10 l30 8', 1.5) +
      ink(
        row(30, 450, 15, (x, i) => {
          const y = 40 + ((i * 53) % 110)
          return `M${x - 5} ${y} h10 M${x} ${y - 5} v10 M${x - 3.5} ${y - 3.5} l7 7 M${x - 3.5} ${y + 3.5} l7 -7 `
        }),
        1.2,
      ) +
      thread('M0 256 L104 246 L190 262 L244 296') +
      knot(244, 300),
  },
  {
    name: 'e-0077',
    alt: '线描：一张带镜子的梳妆台，镜中一个红点',
    draw: () => placed(mirrorTable(), 240, 318) + thread('M0 336 H40 C120 336 130 150 240 128') + knot(240, 128, 9),
  },
  {
    name: 'e-0081',
    alt: '线描：一张长长的会议桌，窗外飘着雪，桌上的红线在这里转了弯',
    draw: () => placed(longTable(), 0, 0) + thread('M0 300 L240 300 Q262 300 260 276 L246 90') + knot(244, 82),
  },
  {
    name: 'e-0096',
    alt: '线描：一棵梨树，树下围着几条小板凳',
    draw: () =>
      placed(crownedTree(), 250, 280) +
      row(90, 400, 5, (x, i) =>
        placed(solid('M-22 0 h44 v-8 h-44 Z') + ink('M-16 0 l-4 18 M16 0 l4 18'), x, 296 + (i % 2 ? 20 : 4)),
      ) +
      thread('M0 340 H190 Q250 340 250 290 V150') +
      knot(250, 146),
  },
  {
    name: 'e-0101',
    alt: '线描：一把木椅，空着',
    draw: () =>
      placed(plainChair(), 240, 316) +
      ink('M60 316 H420', 1.5) +
      thread('M0 336 H120 Q240 336 240 240') +
      knot(240, 206),
  },
  {
    name: 'e-0108',
    alt: '线描：一扇铁窗，窗下一封短信、一根竹签做的笔',
    draw: () =>
      solid('M150 60 H330 V190 H150 Z') +
      ink(
        row(180, 300, 5, x => `M${x} 60 V190 `),
        4,
      ) +
      ink('M140 190 H340 V204 H140 Z') +
      solid('M160 300 L196 232 H340 L316 300 Z') +
      ink(
        row(206, 316, 6, (x, i) => `M${x} 244 l-${20 - i} 44 `),
        1.5,
      ) +
      ink('M352 312 L398 218', 4) +
      thread('M0 336 H180 C260 336 220 250 240 180 V110') +
      knot(240, 108),
  },
  {
    name: 'e-0110',
    alt: '线描：三张手绘的图，一张画风，一张画水，一张画人',
    draw: () => {
      const sheet = (x: number, y: number) => solid(`M${x} ${y} h120 v140 h-120 Z`)
      return (
        sheet(44, 110) +
        sheet(180, 84) +
        sheet(316, 110) +
        ink(
          row(0, 1, 4, (_, i) => `M58 ${140 + i * 28} q30 -18 52 0 t40 -4 `),
          1.5,
        ) +
        ink(
          row(0, 1, 4, (_, i) => wave(120 + i * 28, 12, 194, 286, 23)),
          1.5,
        ) +
        ink(
          row(332, 420, 5, (x, i) => row(140, 224, 4, y => `M${x} ${y + (i % 2) * 8} h0.1 `)),
          7,
        ) +
        thread('M0 310 H60 Q104 310 104 250 Q160 200 240 232 T376 258 Q420 300 480 290') +
        knot(104, 250) +
        knot(240, 232) +
        knot(376, 258)
      )
    },
  },
]
