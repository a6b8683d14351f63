import { View } from '@tarojs/components'
import { encode } from 'uqr'
import { CODE_PAPER } from '@/styles/tokens'
import { svgUrl } from '../heat-map/svg'
import { a11y } from '../a11y'
import './index.scss'

/** Modules of quiet zone around the code, as the standard asks. */
const QUIET = 4

/** The code as one SVG path of dark runs; a picture in one node. */
function qrSvg(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const runs: string[] = []
  data.forEach((row, y) => {
    for (let x = 0; x < size; x++) {
      if (!row[x]) continue
      let width = 1
      while (row[x + width]) width++
      runs.push(`M${x + QUIET} ${y + QUIET}h${width}v1h-${width}z`)
      x += width
    }
  })
  const side = size + 2 * QUIET
  return `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${side} ${side}' shape-rendering='crispEdges'><path fill='${CODE_PAPER}' d='M0 0h${side}v${side}h-${side}z'/><path d='${runs.join('')}'/></svg>`
}

/** Always dark on white, in the dark theme too: scanners need it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  return <View className="qr-code" style={{ backgroundImage: svgUrl(qrSvg(text)) }} {...a11y({ role: 'img', label })} />
}
