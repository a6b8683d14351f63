import { parse } from 'yaml'
import { eased, ramp } from './motion.ts'
import { faded, INK, px } from './stage.ts'

/** An object in lines: shapes without a colour on a field of 160×120, as in content/objects.yml. */
export interface Drawing {
  alt: string
  ink: string
  red: string
}

export type Drawings = ReadonlyMap<string, Drawing>

/** Objects that only films show, drawn like those of the articles. */
const OWN: Record<string, Drawing> = {
  telephone: {
    alt: '锅台上的一部电话',
    ink: '<path d="M10 84H150M16 84V114M144 84V114M96 84C98 96 138 96 140 84"/><path d="M30 84V58C30 52 34 50 38 50H78C82 50 86 52 86 58V84M44 66H72V78H44Z"/><path d="M86 72C98 70 102 60 112 62"/>',
    red: '<path d="M26 44C26 34 36 30 58 30C80 30 90 34 90 44L82 50C78 42 72 40 58 40C44 40 38 42 34 50Z" fill="red"/>',
  },
  rocket: {
    alt: '发射塔旁的一枚火箭',
    ink: '<path d="M76 100V38C76 22 84 10 88 4C92 10 100 22 100 38V100ZM76 76L66 96V104H76M100 76L110 96V104H100M76 44H100M76 88H100"/><path d="M40 112V18H54V112M40 30L54 42M54 30L40 42M40 54L54 66M54 54L40 66M40 78L54 90M54 78L40 90M54 36H72M54 62H72"/><path d="M20 112H144"/>',
    red: '<path d="M83 102C81 108 86 111 88 119C90 111 95 108 93 102Z" fill="red"/>',
  },
  wristwatch: {
    alt: '一块手表，指针是红的',
    ink: '<circle cx="80" cy="60" r="30"/><circle cx="80" cy="60" r="24"/><path d="M64 34L68 4H92L96 34M64 86L68 116H92L96 86M110 56H116V64H110"/><path d="M80 40V44M80 76V80M60 60H64M96 60H100"/>',
    red: '<path d="M80 60V46M80 60L92 66"/><circle cx="80" cy="60" r="3" fill="red"/>',
  },
  lantern: {
    alt: '船尾的一盏小红灯',
    ink: '<path d="M4 92C30 100 60 102 92 100C112 98 128 90 136 78L116 74M12 92C16 104 24 110 34 112H96C112 110 124 100 130 88"/><path d="M112 74V22H92M92 22V30"/><path d="M84 30H100M86 30C80 40 80 52 86 62M98 30C104 40 104 52 98 62M84 62H100"/>',
    red: '<path d="M92 38C84 46 86 56 92 58C98 56 100 46 92 38Z" fill="red"/>',
  },
}

/** All objects that a scene may show: those of the articles (the text of content/objects.yml) and the films' own. */
export function readDrawings(objects: string): Drawings {
  const given = parse(objects) as (Drawing & { id: string })[]
  return new Map([...given.map(({ id, ...it }) => [id, it] as const), ...Object.entries(OWN)])
}

interface Shape {
  tag: string
  attributes: string
  red: boolean
  /** The longer a line is written, the longer it takes to draw. */
  weight: number
}

/** A path is drawn one line after another: every M lifts the pen. */
function shapesOf(svg: string, red: boolean): Shape[] {
  return [...svg.matchAll(/<(path|circle|ellipse|rect)\s+([^>]*?)\/>/g)].flatMap(([, tag, attributes]) => {
    const d = / ?\bd="([^"]*)"/.exec(attributes!)
    if (tag !== 'path' || !d) return [{ tag: tag!, attributes: attributes!, red, weight: 20 }]
    const rest = attributes!.replace(d[0], '').trim()
    return d[1]!
      .split(/(?=M)/)
      .filter(part => part.trim() !== '')
      .map(part => ({
        tag: 'path',
        attributes: `d="${part.trim()}"${rest ? ` ${rest}` : ''}`,
        red,
        weight: 8 + part.length,
      }))
  })
}

const PEN = 5

/**
 * An object as far as it is drawn: first in ink, then what is red.
 * @param drawn 0 to 1
 * @param under how strong the whole shows beneath, as a pencil drawing does, before the pen comes to it
 */
export function drawObject(
  drawing: Drawing,
  place: { x: number; y: number; scale: number },
  drawn: number,
  under = 0,
): string {
  const shapes = [...shapesOf(drawing.ink, false), ...shapesOf(drawing.red, true)]
  const total = shapes.reduce((sum, { weight }) => sum + weight, 0)
  const width = px(PEN / place.scale)
  let before = 0
  const lines = shapes.map(({ tag, attributes, red, weight }) => {
    const share = ramp(drawn * total, before, weight)
    before += weight
    if (share <= 0) return ''
    const colour = red ? INK.red : INK.ink
    const filled = attributes.includes('fill="red"')
    const shape = attributes.replace(/\s*fill="red"/, '')
    const fill = filled && share >= 1 ? colour : 'none'
    const dash =
      share >= 1 ? '' : ` pathLength="1" stroke-dasharray="1 1" stroke-dashoffset="${(1 - eased(share)).toFixed(3)}"`
    return `<${tag} ${shape} fill="${fill}" stroke="${colour}"${dash}/>`
  })
  const pencil =
    under > 0 && drawn < 1
      ? `<g stroke="${INK.pale}" fill="none"${faded(under)}>${(drawing.ink + drawing.red).replace(/\s*fill="red"/g, '')}</g>`
      : ''
  return `<g data-box="${[place.x, place.y, place.x + 160 * place.scale, place.y + 120 * place.scale].map(px).join(' ')}" transform="translate(${px(place.x)} ${px(place.y)}) scale(${place.scale})" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" fill="none">${pencil}${lines.join('')}</g>`
}
