import type { Corpus, Sourced } from '../corpus/corpus'
import { errorAt, type Problem } from '../problem'
import type { SourceSource } from '../schema/source'
import { hostAmong, hosts } from '../text/hosts'

/** Forums and boards abroad, and what copies them: docs/decisions/0147-hosts-on-which-nothing-rests.md */
const REFUSED = hosts(`
  wenxuecity.com luwanzi.com creaders.net backchina.com canton8.com boxun.com tvsmo.com aboluowang.com
  epochtimes.com ntdtv.com secretchina.com storm.mg bbctodays.pages.dev
`)

/** The list of what was opened has nothing on which nothing may rest. */
export function checkSourceList(corpus: Corpus): Problem[] {
  return corpus.sources.flatMap(checkHosts)
}

function checkHosts({ at, value }: Sourced<SourceSource>): Problem[] {
  return (['address', 'online'] as const).flatMap(field => {
    const host = value[field] && hostAmong(value[field], REFUSED)
    if (host === undefined) return []
    return [errorAt(at, field, `来源 ${value.id} 在不能作依据的网站上（${host}）；应当换一处来源`)]
  })
}
