export function linkTo(route: string): string | undefined {
  return `${location.href.split('#')[0]}#${route}`
}

export function typedAddress(short: string): string {
  return (
    location.href
      .split('#')[0]!
      .replace(/^https?:\/\//, '')
      .replace(/\/(index\.html)?$/, '') + short
  )
}
