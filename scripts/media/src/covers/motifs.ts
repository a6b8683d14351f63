import { ink, ring, row, solid, wash, wave } from './pen.ts'

/** Things that stand on more than one cover. Each stands on the line y = 0, its middle at x = 0, and is drawn upwards. */

/** A 石库门: stone frame, curved gable, two leaves with rings. */
export function stoneGate(): string {
  return (
    solid('M-96 0 V-176 Q-96 -196 -76 -200 Q-40 -244 0 -248 Q40 -244 76 -200 Q96 -196 96 -176 V0') +
    wash('M-96 0 V-176 Q-96 -196 -76 -200 Q-40 -244 0 -248 Q40 -244 76 -200 Q96 -196 96 -176 V0 Z') +
    ink('M-108 -176 H108 M-60 -188 Q0 -236 60 -188') +
    solid('M-66 0 V-160 H66 V0') +
    ink(`M0 0 V-160 ${ring(-16, -78, 7)} ${ring(16, -78, 7)}`)
  )
}

/** A roofed lake boat. */
export function lakeBoat(): string {
  return (
    solid('M-58 -8 Q0 26 58 -8 L46 -22 H-46 Z') +
    solid('M-30 -22 V-46 H30 V-22') +
    ink('M-38 -46 Q0 -60 38 -46 Z M-10 -22 V-46 M10 -22 V-46')
  )
}

/** An oil derrick. */
export function derrick(): string {
  return ink(
    'M-40 0 L0 -188 L40 0 M-28 -56 L34 -28 M28 -56 L-34 -28 M-18 -104 L26 -56 M18 -104 L-26 -56 M-8 -148 L18 -104 M8 -148 L-18 -104 M0 -188 V-208 M-10 -208 h20',
  )
}

/** A works hall with a saw-tooth roof and a chimney. */
export function works(): string {
  return (
    wash('M-70 0 V-50 l35 -22 v22 l35 -22 v22 l35 -22 v22 l35 -22 V0 Z', 0.08) +
    ink('M-70 0 V-50 l35 -22 v22 l35 -22 v22 l35 -22 v22 l35 -22 V0 M-96 0 L-92 -130 h14 L-74 0 M-92 -112 h14') +
    ink(
      row(-50, 50, 5, x => `M${x - 6} -12 v-16 h12 v16 Z `),
      1.5,
    )
  )
}

/** Ears of wheat, `count` of them over `width`. */
export function wheat(width: number, count: number): string {
  return ink(
    row(-width / 2, width / 2, count, (x, i) => {
      const h = 58 + (i % 3) * 8
      return `M${x} 0 q6 -${h * 0.6} 2 -${h} m-2 14 q9 -4 11 -14 m-11 26 q-9 -4 -11 -14 m11 26 q9 -4 11 -14 `
    }),
  )
}

/** Houses growing taller to the right. */
export function towers(): string {
  const heights = [60, 96, 74, 132, 108, 168, 150]
  return heights
    .map((h, i) => {
      const d = `M${-182 + i * 54} 0 v-${h} h38 v${h}`
      return wash(`${d} Z`, 0.06 + i * 0.015) + ink(d)
    })
    .join('')
}

/** A tower crane. */
export function crane(): string {
  return ink('M0 0 V-60 M0 -46 H-102 M0 -46 H46 M0 -60 L-90 -46 M0 -60 L42 -46 M-82 -46 V-8 m-8 0 h16')
}

/** A mountain ridge over 480 px with snow-white tops left open. */
export const RIDGE = 'M0 262 L62 198 L104 232 L168 150 L226 222 L276 178 L332 240 L392 170 L480 244'

/** A truss bridge of two decks, `spans` wide. */
export function trussBridge(spans: number): string {
  const span = 96
  return (
    row(0, spans * span, spans + 1, x => solid(`M${x - 7} 60 L${x - 4} 0 h8 L${x + 7} 60`)) +
    solid(`M0 0 h${spans * span} v-34 h${-spans * span} Z`) +
    ink(
      row(0, (spans * 4 - 1) * 24, spans * 4, (x, i) => `M${x} ${i % 2 ? -34 : 0} l24 ${i % 2 ? 34 : -34} `),
      1.5,
    )
  )
}

/** A dwelling cut into loess: an arch with a latticed window. */
export function caveDwelling(): string {
  return (
    solid('M-34 0 V-44 Q-34 -84 0 -84 Q34 -84 34 -44 V0') +
    ink('M-12 0 V-38 H12 V0 M-28 -44 H28 M-18 -44 V-68 M0 -44 V-84 M18 -44 V-68 M-26 -58 H26', 1.5)
  )
}

/** A river junk under sail. */
export function junk(): string {
  return (
    solid('M-46 -10 Q0 10 46 -12 L38 4 Q0 16 -36 4 Z') +
    ink('M0 -8 V-88') +
    solid('M2 -84 Q34 -60 30 -20 L2 -16 Z') +
    ink('M2 -62 L26 -58 M2 -40 L31 -36', 1.5)
  )
}

/** A farmhouse with a tiled roof. */
export function farmhouse(): string {
  return (
    solid('M-44 0 V-40 H44 V0') +
    solid('M-54 -40 Q-40 -46 -32 -70 H32 Q40 -46 54 -40 Z') +
    ink('M-12 0 V-26 H8 V0 M20 -26 h14 v12 h-14 Z M-34 -26 h12 v12 h-12 Z', 1.5)
  )
}

/** A high-speed train on a viaduct, 300 px long. */
export function fastTrain(): string {
  return (
    ink('M-150 0 H150 M-150 8 H150', 1.5) +
    ink(
      row(-130, 130, 6, x => `M${x - 5} 8 v44 h10 v-44 `),
      1.5,
    ) +
    solid('M-140 -4 h220 q28 0 44 -10 q-18 -16 -44 -16 h-220 Z') +
    ink(
      row(-128, 66, 9, x => `M${x} -22 h14 `),
      3,
    )
  )
}

/** A space station: a hull, a node and two pairs of panels. */
export function station(): string {
  return (
    solid('M-40 -9 h80 v18 h-80 Z') +
    solid('M-8 -22 h16 v44 h-16 Z') +
    solid('M-104 -14 h56 v28 h-56 Z') +
    solid('M48 -14 h56 v28 h-56 Z') +
    ink('M-90 -14 v28 M-76 -14 v28 M-62 -14 v28 M62 -14 v28 M76 -14 v28 M90 -14 v28', 1.5)
  )
}

/** An oil lamp with a wick. */
export function oilLamp(): string {
  return ink('M0 0 V16 M-34 16 h68 l-12 28 h-44 Z M-14 44 v44 h28 v-44 M-50 100 h100 l14 18 h-128 Z')
}

/** A broad river between two banks. */
export function water(y: number, height: number, width = 480): string {
  return (
    wash(`M0 ${y} H${width} V${y + height} H0 Z`, 0.07) +
    ink(wave(y + 12, 8, 0, width) + wave(y + height * 0.6, 8, 30, width - 30, 70), 1.5)
  )
}
