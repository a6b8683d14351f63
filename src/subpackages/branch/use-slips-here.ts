import { useEffect } from 'react'
import { type SlipAnswers, type WeekRow, type WithSlip, withSlips } from '@domain/branch/matched-slips'
import type { Slip } from '@domain/branch/slip'
import { useSlipAnswers } from '@/stores/slip-answers'
import { useSlips } from '@/stores/slips'

/** The slips that lie on this device and what the secretary of the branch has said of them; none until they are read. */
export function useSlipsHere(branch: string): { slips: readonly Slip[]; answers: SlipAnswers } {
  const { slips, load } = useSlips()
  const { answers, load: loadAnswers } = useSlipAnswers()
  useEffect(() => void Promise.all([load(), loadAnswers()]).catch(() => undefined), [load, loadAnswers])
  return { slips: slips ?? [], answers: answers?.[branch] ?? {} }
}

/** Joins rows of weeks with what the slips on this device say of them. */
export function useJoinSlips(branch: string): <Row extends WeekRow>(rows: readonly Row[]) => WithSlip<Row>[] {
  const { slips, answers } = useSlipsHere(branch)
  return rows => withSlips(rows, slips, answers)
}
