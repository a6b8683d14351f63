import { Refusal } from '../../scripts/test/refusal'

/**
 * What `npm run screenshots -- page … look …` asks for; without a look all looks, without a page all pages.
 * @throws Refusal that names the words that are neither: what was not taken must not read as done
 */
export function wantedShots(
  words: readonly string[],
  pages: readonly string[],
  looks: readonly string[],
): { pages: string[]; looks: string[] } {
  const strange = words.filter(it => !pages.includes(it) && !looks.includes(it))
  if (strange.length > 0)
    throw new Refusal(
      `没有叫 ${strange.join('、')} 的页面或样子；样子有 ${looks.join('、')}，页面有 ${pages.join('、')}`,
    )
  const asked = looks.filter(it => words.includes(it))
  return { pages: pages.filter(it => words.includes(it)), looks: asked.length > 0 ? asked : [...looks] }
}
