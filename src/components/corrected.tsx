import type { Corrected } from '@domain/catalog/types'
import { formatFullDay } from '@domain/time/format'
import { Notice } from './notice'

interface Props {
  it?: Corrected
  /** What the correction could not change, such as a recording. */
  except?: string
}

/** Says that something was corrected after publication, when, and what was wrong. */
export function CorrectedNotice({ it, except }: Props) {
  if (!it) return null
  return (
    <Notice>
      已更正（{formatFullDay(it.on)}）：{it.note}
      {except && `。${except}`}
    </Notice>
  )
}
