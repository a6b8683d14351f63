/** An SVG as an address: only what a CSS url() cannot hold is escaped, to keep it short. */
export function svgAddress(svg: string): string {
  return `data:image/svg+xml,${svg.replace(/%/g, '%25').replace(/#/g, '%23').replace(/</g, '%3C').replace(/>/g, '%3E')}`
}
