import type { Streak } from '@domain/streak/weeks'
import { formatWeek } from '@domain/time/format'
import { Remark } from '@/components/remark'

/** Which weeks of the streak were forgiven, and what is left to forgive this year. */
export function StreakNote({ streak }: { streak: Streak }) {
  const { current, best, forgiven, forgivenessLeft } = streak
  if (current === 0) return <Remark>学够每周目标的天数，就是一个达标周</Remark>
  return (
    <Remark id="streak-note">
      {forgiven.length > 0 && `${forgiven.map(formatWeek).join('、')}没有达标，已按规则宽免。`}
      {best > current && `最长连续 ${best} 周。`}
      今年还可以宽免 {forgivenessLeft} 周。
    </Remark>
  )
}
