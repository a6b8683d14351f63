import { withoutUnshown } from '../../../../domain/text/shown'

/** What people write for the middle dot of a Uyghur, Tibetan or foreign name. */
const DOTS = /\s*[\u00b7\u2022\u2027\u2219\u22c5\u30fb]\s*|(?<=\p{Script=Han})\s*\.\s*(?=\p{Script=Han})/gu

/**
 * A person's name as it is stored and compared: full-width letters narrow, no space between Chinese characters (两字的名字
 * are often padded to three), one form of the middle dot, one space elsewhere, nothing invisible.
 */
export function personName(text: string): string {
  return withoutUnshown(text.normalize('NFKC'))
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(DOTS, '·')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
}
