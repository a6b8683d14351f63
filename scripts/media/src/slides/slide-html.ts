import type { Slide } from '../script.ts'
import { escapeHtml } from './escape.ts'
import { routeSvg } from './route-svg.ts'
import { SLIDE_STYLE } from './style.ts'

export interface SlideSetting {
  /** Upper line of the title slide: series and number. */
  shelf: string
  /** The episode's title, at the foot of every slide. */
  title: string
  /** 合成语音 and the like, at the foot of every slide. */
  label: string
  /** SVG at the foot of the title slide. */
  picture?: string
  /** Said in large letters while the film begins. */
  notice?: string
}

/** How many things a slide shows one after another; 1 for slides that appear whole. */
export function stepsOf(slide: Slide): number {
  return Math.max(1, slide.lines?.length ?? 0, slide.points?.length ?? 0, slide.stops?.length ?? 0)
}

/** `1921-07-23` → 1921年7月23日, without the year when all points of the slide share it. */
export function spokenDate(when: string | number, withYear: boolean): string {
  const match = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(String(when))
  if (!match) return String(when)
  const [, year, month, day] = match
  const rest = `${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`
  return withYear || !rest ? `${year}年${rest}` : rest
}

function heading(slide: Slide): string {
  return slide.title ? `<h2>${escapeHtml(slide.title)}</h2>` : ''
}

/** Rows of a key and a text in two columns; without any key the first column is a red dot. Few rows are set larger. */
function listItems(rows: { key?: string; text: string }[], reached: number): string {
  const keyed = rows.some(row => row.key)
  const size =
    rows.length > 5
      ? 'dense'
      : rows.length < 4 && rows.every(row => (row.key ?? '').length + row.text.length < 17)
        ? 'few'
        : ''
  const cells = rows.map(({ key, text }, i) => {
    const first = keyed ? (key ? `<b>${escapeHtml(key)}</b>` : '') : '<b></b>'
    return `<li class="${i < reached ? '' : 'dim'}">${first}<span${first ? '' : ' class="wide"'}>${escapeHtml(text)}</span></li>`
  })
  return `<ul class="${keyed ? '' : 'plain'} ${size}">${cells.join('')}</ul>`
}

function body(slide: Slide, setting: SlideSetting, reached: number): string {
  switch (slide.kind) {
    case 'title':
      return `<div class="picture">${setting.picture ?? ''}</div><div class="frame ${setting.picture ? 'above' : 'middle'}"><div class="shelf">${escapeHtml(setting.shelf)}</div>${slide.year === undefined ? '' : `<div class="year">${escapeHtml(slide.year)}</div>`}<h1>${escapeHtml(slide.title ?? setting.title)}</h1></div>`
    case 'quote': {
      const quote = slide.quote ?? { text: '' }
      const source = [quote.by, quote.occasion].filter(Boolean).join('，')
      return `<div class="frame middle">${heading(slide)}<blockquote class="${quote.text.length > 60 ? 'long' : ''}">${escapeHtml(quote.text)}</blockquote>${source ? `<cite>${escapeHtml(source)}</cite>` : ''}</div>`
    }
    case 'timeline': {
      const points = slide.points ?? []
      const years = new Set(points.map(p => String(p.when).slice(0, 4)))
      const rows = points.map((p, i) => ({
        key: spokenDate(p.when, years.size > 1 || (i === 0 && !/\d{4}/.test(slide.title ?? ''))),
        text: p.what,
      }))
      return `<div class="frame">${heading(slide)}${listItems(rows, reached)}</div>`
    }
    case 'route':
      return `<div class="frame">${heading(slide)}${routeSvg(slide.stops ?? [], reached)}</div>`
    default: {
      const lines = (slide.lines ?? []).map(String)
      const parts = lines.map(line => /^(\S{1,8})\s+(.+)$/.exec(line))
      // A space makes a key only where most lines have one.
      const keyed = parts.filter(Boolean).length * 2 > lines.length
      const rows = lines.map((line, i) =>
        keyed && parts[i] ? { key: parts[i][1]!, text: parts[i][2]! } : { text: line },
      )
      return `<div class="frame">${heading(slide)}${listItems(rows, reached)}</div>`
    }
  }
}

/** One frame of a slide as a whole HTML page, with the first `reached` of its steps in full ink. */
export function slideHtml(slide: Slide, setting: SlideSetting, reached: number): string {
  const note = slide.kind === 'route' ? '路线为示意，不是地图' : setting.label
  const knot = slide.kind === 'title' && !setting.picture ? 300 : 84
  return `<!doctype html><meta charset="utf-8"><style>${SLIDE_STYLE}</style><div class="thread"></div><div class="knot" style="top:${knot}px"></div>${body(slide, setting, reached)}${setting.notice ? `<div class="notice">${escapeHtml(setting.notice)}</div>` : ''}<div class="foot"><span>${escapeHtml(setting.title)}</span><span>${escapeHtml(note)}</span></div>`
}
