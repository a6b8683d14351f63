import { wordsIn } from '@/navigation'

/** The code within what was scanned or pasted: as it is, or in an address that leads to this page. */
export function codeIn(text: string): string {
  const found = /[?&]code=([^&#\s]+)/.exec(text)
  return found ? wordsIn(found[1]!) : text
}
