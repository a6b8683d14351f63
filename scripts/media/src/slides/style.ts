import { COLOURS } from '../../../../src/styles/tokens.ts'

const colours = (['paper', 'sunk', 'line', 'ink', 'ink-2', 'ink-3', 'red', 'gold'] as const)
  .map(name => `--${name}: ${COLOURS.light[name]};`)
  .join(' ')

/** Colours and type of the slides: the app's own, at the size of a 1280×720 frame. */
export const SLIDE_STYLE = `
  * { box-sizing: border-box; margin: 0; padding: 0 }
  html, body { width: 1280px; height: 720px; overflow: hidden }
  body {
    ${colours}
    --serif: "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", serif; --sans: "PingFang SC", "Noto Sans CJK SC", "HarmonyOS Sans SC", sans-serif;
    background: var(--paper); color: var(--ink); font-family: var(--sans); position: relative;
  }
  .thread { position: absolute; left: 96px; top: 0; bottom: 0; width: 3px; background: var(--red) }
  .knot { position: absolute; left: 88px; width: 19px; height: 19px; border-radius: 50%; background: var(--red); border: 4px solid var(--paper); box-sizing: content-box; margin: -4px }
  .frame { position: absolute; left: 160px; right: 96px; top: 64px; bottom: 112px; display: flex; flex-direction: column }
  .middle { justify-content: center }
  .picture svg { position: absolute; right: 96px; bottom: 92px; width: 720px; mask-image: linear-gradient(to right, transparent, #000 14%, #000 86%, transparent) }
  .shelf { font-size: 26px; color: var(--gold); letter-spacing: .06em }
  .notice { position: absolute; left: 160px; top: 28px; font-size: 40px; line-height: 1.3; color: var(--ink); background: var(--sunk); border: 2px solid var(--line); border-radius: 12px; padding: 6px 20px }
  .foot { position: absolute; left: 160px; right: 96px; bottom: 36px; display: flex; justify-content: space-between; font-size: 22px; color: var(--ink-3) }
  h1 { font: 700 84px/1.25 var(--serif); margin-top: 8px }
  h2 { font: 700 54px/1.3 var(--serif); margin-bottom: 28px }
  .year { font: 700 190px/1.05 var(--serif); color: var(--red); letter-spacing: -.01em }
  .dim { opacity: .28 }
  ul { list-style: none; display: grid; grid-template-columns: max-content 1fr; column-gap: 40px; row-gap: 26px; flex: 1; align-content: center; margin-bottom: 24px; --size: 44px }
  li { display: contents; font-size: var(--size); line-height: 1.35 }
  li > * { align-self: baseline }
  li b { font: 700 var(--size)/1.35 var(--serif); color: var(--red) }
  li .wide { grid-column: 1 / -1 }
  li.dim { opacity: 1 } li.dim > * { opacity: .28 }
  ul.few { --size: 54px; row-gap: 36px }
  ul.dense { --size: 36px; row-gap: 14px }
  ul.plain { column-gap: 28px }
  ul.plain b { width: 14px; height: 14px; border-radius: 50%; background: var(--red); align-self: center }
  blockquote { font: 700 64px/1.55 var(--serif) }
  blockquote.long { font-size: 46px }
  cite { display: block; margin-top: 36px; font: 400 32px/1.5 var(--sans); color: var(--ink-2) }
  svg text { font-family: var(--serif); font-weight: 700 }
`
