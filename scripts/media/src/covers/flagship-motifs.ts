import { ink, ring, row, solid, wash, wave } from './pen.ts'

/** Things that only a 重点集 shows. Those that stand, stand on y = 0 with their middle at x = 0. */

/** A brick hall: `across` arched windows in each of `storeys` rows, a porch in the middle. */
export function hall(across: number, storeys: number): string {
  const half = (across * 44) / 2 + 14
  const top = -storeys * 56 - 20
  const middle = (across - 1) / 2
  const windows = row(0, storeys - 1, storeys, (_, s) =>
    row(-half + 36, half - 36, across, (x, i) =>
      s === 0 && i === middle ? '' : `M${x - 11} ${-14 - s * 56} v-22 q11 -14 22 0 v22 Z `,
    ),
  )
  return (
    solid(`M${-half} 0 V${top} H${half} V0`) +
    wash(`M${-half} 0 V${top} H${half} V0 Z`, 0.07) +
    solid(`M${-half - 14} ${top} L${-half + 16} ${top - 30} H${half - 16} L${half + 14} ${top} Z`) +
    ink(windows, 1.5) +
    solid('M-20 0 V-34 Q0 -56 20 -34 V0') +
    ink(`M${-half} -56 H-24 M24 -56 H${half}`, 1.2)
  )
}

/** A station clock at noon, its middle at the origin. */
export function oldClock(): string {
  const mark = (i: number) => {
    const a = (i * Math.PI) / 6
    const inner = i % 3 === 0 ? 82 : 88
    return `M${Math.sin(a) * inner} ${Math.cos(a) * inner} L${Math.sin(a) * 96} ${Math.cos(a) * 96} `
  }
  return (
    solid(ring(0, 0, 110)) +
    wash(ring(0, 0, 110), 0.06) +
    ink(row(0, 11, 12, (_, i) => mark(i))) +
    ink('M0 0 V-58', 6) +
    ink(ring(0, 0, 5), 4)
  )
}

/** A barn lantern. */
export function lantern(): string {
  return (
    ink('M-70 -78 C-84 -210 -40 -250 0 -250 C40 -250 84 -210 70 -78') +
    solid('M-30 -190 H30 L24 -214 H-24 Z') +
    solid('M-44 -44 C-64 -110 -44 -170 -28 -190 H28 C44 -170 64 -110 44 -44 Z') +
    wash('M0 -70 Q-22 -106 0 -142 Q22 -106 0 -70 Z', 0.2) +
    ink('M-54 -120 H54 M0 -70 V-50', 1.5) +
    solid('M-74 0 V-28 Q-74 -44 -58 -44 H58 Q74 -44 74 -28 V0 Z') +
    wash('M-74 0 V-28 Q-74 -44 -58 -44 H58 Q74 -44 74 -28 V0 Z')
  )
}

/** A pontoon bridge over a river that runs across the cover. */
export function pontoon(): string {
  const boat = (x: number, y: number) => solid(`M${x - 24} ${y - 4} Q${x} ${y + 18} ${x + 24} ${y - 4} l-5 -8 h-38 Z`)
  return (
    wash('M0 132 C140 104 330 96 480 70 V240 C360 262 200 304 80 342 Q56 350 36 360 H0 Z', 0.1) +
    ink('M0 132 C140 104 330 96 480 70 M36 360 Q56 350 80 342 C200 304 360 262 480 240') +
    ink(wave(180, 8, 20, 200, 60) + wave(214, 8, 250, 430, 60) + wave(140, 8, 200, 380, 60), 1.2) +
    row(0, 6, 7, (_, i) => boat(112 + i * 50, 284 - i * 23)) +
    ink('M84 284 L424 126 M92 294 L432 136') +
    ink(
      row(0, 17, 18, (_, i) => `M${94 + i * 19} ${279.5 - i * 8.8} l8 10 `),
      1.5,
    )
  )
}

/** A wheelbarrow with grain sacks; its wheel stands on y = 0. */
export function wheelbarrow(): string {
  const sack = (x: number, y: number) =>
    solid(`M${x - 38} ${y} q-8 -26 6 -44 q32 -10 64 0 q14 18 6 44 Z`) +
    ink(`M${x - 10} ${y - 47} l4 -10 h12 l4 10`, 1.5)
  const spokes = row(
    0,
    7,
    8,
    (_, i) => `M0 -40 l${Math.cos((i * Math.PI) / 4) * 38} ${Math.sin((i * Math.PI) / 4) * 38} `,
  )
  return (
    sack(-52, -84) +
    sack(48, -84) +
    sack(-4, -132) +
    ink('M-190 -104 L-96 -84 H96 L128 -60 M-150 -96 L-140 -4 M96 -84 L0 -40 L-96 -84', 3) +
    solid(ring(0, -40, 40)) +
    ink(spokes, 1.5) +
    ink(ring(0, -40, 7))
  )
}

/** A dressing table with an oval mirror. */
export function mirrorTable(): string {
  return (
    solid('M-62 -190 a62 78 0 1 0 124 0 a62 78 0 1 0 -124 0') +
    wash('M-52 -190 a52 68 0 1 0 104 0 a52 68 0 1 0 -104 0', 0.08) +
    ink('M-78 -104 V-196 M78 -104 V-196 M-78 -190 h16 M62 -190 h16') +
    solid('M-130 -104 H130 V-92 H-130 Z') +
    solid('M-116 -92 V-52 H116 V-92') +
    ink('M-38 -92 V-52 M38 -92 V-52 M-84 -72 h14 M-7 -72 h14 M70 -72 h14') +
    ink('M-110 -52 Q-120 -26 -108 0 M110 -52 Q120 -26 108 0')
  )
}

/** A conference table seen from its end, with cups, chairs and a window. */
export function longTable(): string {
  const snow = row(176, 310, 8, (x, i) => `M${x} ${52 + ((i * 31) % 70)} h0.1 `)
  const side = (sign: number) =>
    row(0, 4, 5, (_, i) => {
      const x = 242 + sign * (72 + i * 34)
      const y = 170 + i * 34
      return solid(`M${x} ${y} v-30 q${sign * 14} -6 ${sign * 26} 2 v34 Z`)
    })
  return (
    solid('M160 36 H324 V134 H160 Z') +
    ink('M242 36 V134 M160 84 H324', 1.5) +
    ink(snow, 5) +
    side(-1) +
    side(1) +
    solid('M196 156 H290 L420 336 H70 Z') +
    wash('M196 156 H290 L420 336 H70 Z', 0.08) +
    ink(
      row(
        0,
        3,
        4,
        (_, i) =>
          `M${196 - i * 28} ${184 + i * 38} q8 5 16 0 v-9 h-16 Z M${272 + i * 28} ${184 + i * 38} q8 5 16 0 v-9 h-16 Z `,
      ),
      1.5,
    )
  )
}

/** A pear tree. */
export function crownedTree(): string {
  const crown =
    'M-110 -110 C-140 -160 -96 -206 -58 -196 C-44 -244 44 -250 60 -204 C110 -210 142 -156 108 -116 C92 -84 40 -92 0 -96 C-40 -88 -92 -82 -110 -110 Z'
  const pears = row(-84, 84, 7, (x, i) => {
    const y = -130 - ((i * 29) % 66)
    return `M${x} ${y} q-9 14 0 20 q9 -6 0 -20 l2 -8 `
  })
  return (
    solid('M-12 0 Q-4 -60 -26 -104 L0 -92 L24 -106 Q6 -60 14 0 Z') + solid(crown) + wash(crown, 0.1) + ink(pears, 1.5)
  )
}

/** A plain wooden chair, seen from the front and a little above. */
export function plainChair(): string {
  return (
    ink('M-62 -230 L-54 -110 M62 -230 L54 -110', 5) +
    solid('M-66 -232 Q0 -250 66 -232 L64 -206 Q0 -222 -64 -206 Z') +
    ink('M-20 -214 L-18 -112 M20 -214 L18 -112') +
    solid('M-58 -114 H58 L74 -84 H-74 Z') +
    ink('M-68 -84 L-72 0 M68 -84 L72 0 M-50 -84 V-20 M50 -84 V-20 M-70 -36 H70', 4)
  )
}
