/** WeChat fetches the package of a page before it goes there. */
export function fetchPage(): Promise<void> {
  return Promise.resolve()
}

export function pageMissing(error: unknown): void {
  throw error
}

export function onMissingPage(): void {}

export function pageUnknown(): void {}

export function onUnknownPage(): void {}
