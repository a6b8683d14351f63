import type { Cover } from './cover.ts'
import {
  caveDwelling,
  crane,
  derrick,
  farmhouse,
  fastTrain,
  junk,
  lakeBoat,
  RIDGE,
  station,
  stoneGate,
  towers,
  trussBridge,
  water,
  wheat,
  works,
} from './motifs.ts'
import { ink, knot, placed, ring, solid, thread, wash } from './pen.ts'

const WIDTH = 960

/** A broad picture for each period of `content/shelves.yml`, read from left to right along the thread. */
export const PERIOD_COVERS: readonly Cover[] = [
  {
    name: 'period-new-democratic',
    alt: '线描长卷：石库门、湖上小船、层层山岭、黄土窑洞，最后是大江上的帆船',
    width: WIDTH,
    draw: () =>
      placed(stoneGate(), 110, 280, 0.72) +
      water(280, 80, WIDTH) +
      placed(lakeBoat(), 256, 300, 0.7) +
      placed(solid(`${RIDGE} V282 H0 Z`) + wash(`${RIDGE} V282 H0 Z`), 250, 0) +
      placed(solid('M0 0 V-90 Q90 -120 180 -92 V0 Z') + wash('M0 0 V-90 Q90 -120 180 -92 V0 Z', 0.08), 560, 282) +
      placed(caveDwelling(), 606, 280, 0.72) +
      placed(caveDwelling(), 684, 280, 0.72) +
      placed(junk(), 800, 306, 0.9) +
      placed(junk(), 892, 326, 0.66) +
      thread('M0 240 L110 180 L256 262 L418 150 L526 178 L642 200 L800 222 L960 150') +
      knot(110, 180) +
      knot(256, 262) +
      knot(418, 150) +
      knot(642, 200) +
      knot(800, 222),
  },
  {
    name: 'period-construction',
    alt: '线描长卷：厂房、江上的大桥、油田井架、麦田，天上一颗小卫星',
    width: WIDTH,
    draw: () =>
      wash('M0 300 H960 V268 Q720 250 480 266 T0 262 Z') +
      placed(works(), 130, 272, 1.1) +
      placed(trussBridge(3), 250, 238) +
      water(290, 70, WIDTH) +
      placed(derrick(), 628, 268) +
      placed(wheat(190, 11), 800, 270) +
      placed(ink(`${ring(0, 0, 13)} M-10 8 L-46 40 M-6 11 L-30 50 M10 8 L46 40 M6 11 L30 50`), 838, 66, 0.8) +
      thread('M0 250 L130 190 L250 204 H538 L628 62 Q720 20 838 66 L960 112') +
      knot(130, 190) +
      knot(394, 204) +
      knot(628, 62) +
      knot(838, 66),
  },
  {
    name: 'period-reform',
    alt: '线描长卷：农家院落、开山的塔吊、一排拔地而起的楼、跨海的长桥',
    width: WIDTH,
    draw: () =>
      wash('M0 300 H960 V280 Q720 268 480 280 T0 276 Z') +
      placed(farmhouse(), 80, 284, 1.1) +
      placed(farmhouse(), 184, 288, 0.84) +
      placed(wheat(60, 4), 262, 288, 0.7) +
      placed(towers(), 486, 290) +
      placed(crane(), 593, 122) +
      ink(
        'M690 290 Q790 262 960 262 M690 298 Q790 270 960 270 M790 274 V150 M790 156 L720 284 M790 156 L752 278 M790 156 L828 268 M790 156 L866 264 M790 156 L904 262',
      ) +
      water(298, 62, WIDTH) +
      thread('M0 230 L80 196 L262 226 L358 236 L466 236 L520 188 L574 166 L640 116 L790 148 L960 100') +
      knot(80, 196) +
      knot(358, 236) +
      knot(640, 116) +
      knot(790, 148),
  },
  {
    name: 'period-new-era',
    alt: '线描长卷：山里的新居、穿山的高铁、引水的长渠，天上一座空间站',
    width: WIDTH,
    draw: () =>
      placed(wash(`${RIDGE} V300 H0 Z`) + ink(RIDGE), 0, 0) +
      placed(wash(`${RIDGE} V300 H0 Z`, 0.08) + ink(RIDGE, 1.5), 480, 18) +
      placed(farmhouse(), 84, 300, 0.9) +
      placed(farmhouse(), 170, 306, 0.7) +
      placed(fastTrain(), 410, 286) +
      ink('M570 300 C680 292 720 332 960 306 M570 316 C680 308 720 350 960 324') +
      wash('M570 300 C680 292 720 332 960 306 V324 C720 350 680 308 570 316 Z', 0.18) +
      placed(station(), 800, 84) +
      thread('M0 262 L84 214 L200 236 L410 246 C560 240 690 200 800 84 L960 40') +
      knot(84, 214) +
      knot(410, 246) +
      knot(800, 84),
  },
]
