import { z } from 'zod'
import { placeLabels, type Side } from './label-places.ts'
import { heading } from './heading.ts'
import { coming, eased, ramp } from './motion.ts'
import { anchor, HEADING, words, type Kind } from './scene.ts'
import { faded, FRAME, INK, px, stroke, text, type Colour } from './stage.ts'

const percent = z
  .number({ error: '不是坐标；应当写 0 到 100 的数' })
  .min(0, { error: '出了画面；坐标应当在 0 到 100 之间' })
  .max(100, { error: '出了画面；坐标应当在 0 到 100 之间' })
const point = z.tuple([percent, percent], { error: '不是一个点；应当写 [x, y]，各 0 到 100' })
/** Rivers and hills may begin outside the picture. */
const around = z.tuple([z.number().min(-20).max(120), z.number().min(-50).max(120)], {
  error: '不是一个点；应当写 [x, y]',
})

const schema = z.strictObject({
  kind: z.literal('route'),
  heading: HEADING,
  places: z
    .array(
      z.strictObject({
        name: words(8),
        at: point,
        side: z.enum(['above', 'below', 'left', 'right']).optional(),
        /** Only a point of the way; its name is not shown. */
        unnamed: z.literal(true).optional(),
      }),
    )
    .min(2)
    .max(8),
  rivers: z
    .array(z.strictObject({ name: words(4).optional(), by: point.optional(), through: z.array(around).min(2) }))
    .default([]),
  hills: z.array(around).default([]),
  /** The ways that are gone, in order; each may have its own colour: several may walk at once. */
  legs: z
    .array(
      z.strictObject({
        from: words(8),
        to: words(8),
        at: anchor,
        note: words(14).optional(),
        /** How far it bows to its left, in hundredths of its length; against the direction of walking when negative. */
        bow: z.number().min(-60).max(60).default(8),
        ink: z.literal('black').optional(),
      }),
    )
    .min(1)
    .max(8),
})
export type Route = z.infer<typeof schema>

const AREA = { left: 96, top: 150, width: FRAME.width - 192, height: 370 }
const at = ([x, y]: readonly [number, number]) => ({
  x: AREA.left + (x / 100) * AREA.width,
  y: AREA.top + (y / 100) * AREA.height,
})
type Spot = ReturnType<typeof at>

/** Seconds in which a leg is walked, if there is time for it. */
const WALK = 2.4

function smooth(points: readonly Spot[]): string {
  const [first, ...rest] = points
  let d = `M${px(first!.x)} ${px(first!.y)}`
  rest.forEach((to, i) => {
    const from = points[i]!
    const before = points[i - 1] ?? from
    const after = points[i + 2] ?? to
    const c1 = { x: from.x + (to.x - before.x) / 6, y: from.y + (to.y - before.y) / 6 }
    const c2 = { x: to.x - (after.x - from.x) / 6, y: to.y - (after.y - from.y) / 6 }
    d += ` C${px(c1.x)} ${px(c1.y)} ${px(c2.x)} ${px(c2.y)} ${px(to.x)} ${px(to.y)}`
  })
  return d
}

function bowed(from: Spot, to: Spot, bow: number) {
  const share = bow / 100
  const middle = {
    x: (from.x + to.x) / 2 + (to.y - from.y) * share * 2,
    y: (from.y + to.y) / 2 - (to.x - from.x) * share * 2,
  }
  const on = (t: number): Spot => ({
    x: (1 - t) ** 2 * from.x + 2 * t * (1 - t) * middle.x + t * t * to.x,
    y: (1 - t) ** 2 * from.y + 2 * t * (1 - t) * middle.y + t * t * to.y,
  })
  return { d: `M${px(from.x)} ${px(from.y)} Q${px(middle.x)} ${px(middle.y)} ${px(to.x)} ${px(to.y)}`, on }
}

function river({ through, name, by }: Route['rivers'][number], shown: number): string {
  const points = through.map(at)
  const d = smooth(points)
  const bank = smooth(points.map(({ x, y }) => ({ x: x - 7, y: y + 13 })))
  const label = by && name ? text(name, { ...at(by), fill: 'pale', anchor: 'middle', opacity: shown }) : ''
  return stroke(d, 'pale', 2.5, shown) + stroke(bank, 'pale', 2.5, shown) + label
}

function hill(spot: readonly [number, number], shown: number): string {
  const { x, y } = at(spot)
  return stroke(`M${px(x - 40)} ${px(y)}l26 -34l18 20l16 -24l30 38`, 'pale', 2.5, shown)
}

/** Curve length is not known here; walking by halves of the curve's own measure is even enough for the eye. */
export const route: Kind<Route> = {
  schema,
  steps: ({ legs }) => legs.map(leg => leg.at),
  claims: ({ heading: head, places, legs, rivers }) => [
    ...(head ? [{ words: head }] : []),
    ...places.filter(it => !it.unnamed).map(({ name }) => ({ words: name, exact: true as const })),
    ...rivers.flatMap(({ name }) => (name ? [{ words: name, exact: true as const }] : [])),
    ...legs.flatMap(({ note }) => (note ? [{ words: note }] : [])),
  ],
  draw({ heading: head, places, rivers, hills, legs }, moment) {
    const { now, start, end, beats } = moment
    const ground = eased(ramp(now, start, 1))
    const spots = new Map(places.map(it => [it.name, at(it.at)]))
    const walked = legs.map((_, i) => {
      const length = Math.min(WALK, Math.max(0.6, ((beats[i + 1] ?? end) - beats[i]!) * 0.7))
      return eased(ramp(now, beats[i]!, length))
    })
    const curves = legs.map(({ from, to, bow }) => bowed(spots.get(from)!, spots.get(to)!, bow))
    const last = walked.findLastIndex(it => it >= 1)
    const reached = new Set(
      legs.flatMap(({ from, to }, i) => [...(walked[i]! > 0 ? [from] : []), ...(walked[i]! >= 1 ? [to] : [])]),
    )
    reached.add(legs[0]!.from)
    const labels = placeLabels(
      places.map(({ name, side, unnamed }) => ({
        ...spots.get(name)!,
        name: unnamed ? '' : name,
        ...(side ? { side: side as Side } : {}),
        note: longest(legs, name),
      })),
      curves.flatMap(({ on }) => [0.12, 0.25, 0.38, 0.5, 0.62, 0.75, 0.88].map(on)),
      { left: 24, top: 136, right: FRAME.width - 24, bottom: FRAME.picture - 12 },
    )
    const ways = curves.map(({ d }, i) => {
      const colour: Colour = legs[i]!.ink ? 'ink' : 'red'
      const ahead =
        walked[i]! < 1
          ? `<path d="${d}" fill="none" stroke="${INK.pale}" stroke-width="4" stroke-linecap="round" stroke-dasharray="1 14"${faded(ground)}/>`
          : ''
      return ahead + stroke(d, colour, 6, walked[i]!)
    })
    const heads = curves.map(({ on }, i) => {
      if (walked[i]! <= 0 || walked[i]! >= 1) return ''
      const { x, y } = on(walked[i]!)
      return `<circle cx="${px(x)}" cy="${px(y)}" r="11" fill="${legs[i]!.ink ? INK.ink : INK.red}"/>`
    })
    const here = last < 0 ? legs[0]!.from : legs[last]!.to
    const marks = places.map(({ name, unnamed }, i) => {
      const { x, y } = spots.get(name)!
      const on = reached.has(name)
      const now_ = name === here
      const dot = `<circle cx="${px(x)}" cy="${px(y)}" r="${now_ ? 15 : 10}" fill="${now_ ? INK.red : on ? INK.ink : INK.paper}" stroke="${on ? 'none' : INK.pale}" stroke-width="3"${faded(ground)}/>`
      const label = labels[i]!
      const note = legs.findLast((leg, k) => leg.to === name && walked[k]! >= 1)?.note
      const arrived = beats[legs.findLastIndex((leg, k) => leg.to === name && walked[k]! >= 1)] ?? 0
      return (
        dot +
        text(unnamed ? '' : name, {
          ...label.name,
          anchor: label.anchor,
          face: 'serif',
          fill: on ? 'ink' : 'soft',
          opacity: ground,
        }) +
        (note
          ? text(note, {
              ...(unnamed ? label.name : label.note),
              anchor: label.anchor,
              fill: 'red',
              opacity: coming(now, arrived + 0.4),
            })
          : '')
      )
    })
    const scheme = text('示意，不是地图', {
      x: FRAME.width - FRAME.margin,
      y: 98,
      fill: 'soft',
      anchor: 'end',
      opacity: ground,
    })
    return (
      heading(head, moment) +
      scheme +
      rivers.map(it => river(it, ground)).join('') +
      hills.map(it => hill(it, ground)).join('') +
      ways.join('') +
      heads.join('') +
      marks.join('')
    )
  },
}

/** The note that needs most room at a place. */
function longest(legs: Route['legs'], name: string): string {
  return legs
    .filter(leg => leg.to === name && leg.note)
    .reduce((best, { note }) => (note!.length > best.length ? note! : best), '')
}
