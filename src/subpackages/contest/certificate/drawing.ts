import { encode } from 'uqr'
import type { Certificate } from '@domain/contest/certificate'
import { formatFullDay } from '@domain/time/format'
import { type Pen, wrap } from '@/platform/media/card-drawing'
import { CODE_PAPER, COLOURS } from '@/styles/tokens'

export const PAPER = { width: 750, height: 1250 }

// A certificate looks the same whatever theme it was made in.
const { paper, line, red, ink, 'ink-2': quiet } = COLOURS.light
const SERIF = '"Songti SC","Noto Serif CJK SC","Source Han Serif SC",serif'
const SANS = '"PingFang SC","Noto Sans CJK SC",sans-serif'
const LEFT = 110
/** Where the code stands, px. */
const CODE_TOP = 840
const CODE_SIZE = 320
/** Modules of quiet zone that the standard asks for. */
const QUIET = 4

/**
 * Warm paper, the red thread, whose it is and what they did; below, the code by which anybody can check it.
 * @param app where it is checked: whoever is sent a picture has to be told
 */
export function drawCertificate(pen: Pen, certificate: Certificate, code: string, app: string): void {
  const { title, by, name, day, right, questions, band } = certificate
  pen.fillStyle = paper
  pen.fillRect(0, 0, PAPER.width, PAPER.height)
  pen.fillStyle = red
  pen.fillRect(70, 90, 4, PAPER.height - 180)
  pen.beginPath()
  pen.arc(72, 150, 12, 0, Math.PI * 2)
  pen.fill()
  pen.font = `600 64px ${SERIF}`
  pen.fillText('参赛证书', LEFT, 172)
  pen.fillStyle = ink
  pen.font = `600 40px ${SERIF}`
  let y = 190
  for (const words of wrap(pen, title).slice(0, 3)) pen.fillText(words, LEFT, (y += 60))
  y = Math.max(y, 310) + 30
  pen.font = `600 56px ${SERIF}`
  for (const words of wrap(pen, name).slice(0, 2)) pen.fillText(words, LEFT, (y += 68))
  pen.font = `34px ${SANS}`
  pen.fillText(`答对 ${right} 题，共 ${questions} 题`, LEFT, (y += 70))
  if (band) pen.fillText(band, LEFT, (y += 52))
  pen.fillStyle = quiet
  pen.font = `30px ${SANS}`
  y += 20
  for (const words of wrap(pen, by).slice(0, 2)) pen.fillText(words, LEFT, (y += 44))
  pen.fillText(formatFullDay(day), LEFT, y + 44)
  drawCode(pen, code)
  pen.fillStyle = quiet
  pen.font = `26px ${SANS}`
  const beside = LEFT + CODE_SIZE + 30
  for (const [i, words] of ['扫一扫，', '在“核对证书”里', '看有没有改过，', '不用联网'].entries()) {
    pen.fillText(words, beside, CODE_TOP + 110 + i * 42)
  }
  pen.fillText(`“核对证书”在“${app}”里，不用登录`, LEFT, CODE_TOP + CODE_SIZE + 46)
}

/** Dark on white, whatever is around it. */
function drawCode(pen: Pen, code: string): void {
  const { data, size } = encode(code, { ecc: 'M', border: 0 })
  const module = CODE_SIZE / (size + 2 * QUIET)
  pen.fillStyle = line
  pen.fillRect(LEFT - 2, CODE_TOP - 2, CODE_SIZE + 4, CODE_SIZE + 4)
  pen.fillStyle = CODE_PAPER
  pen.fillRect(LEFT, CODE_TOP, CODE_SIZE, CODE_SIZE)
  pen.fillStyle = ink
  // Edges on whole pixels: a code of grey seams is hard to scan.
  const at = (i: number) => Math.round((i + QUIET) * module)
  data.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (dark) pen.fillRect(LEFT + at(x), CODE_TOP + at(y), at(x + 1) - at(x), at(y + 1) - at(y))
    }),
  )
}
