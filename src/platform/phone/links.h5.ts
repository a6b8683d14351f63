export function linkTo(route: string): string | undefined {
  return `${location.href.split('#')[0]}#${route}`
}
