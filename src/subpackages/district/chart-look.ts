import type { ChartLook } from '@/components/chart/look'
import { wideContentWidth } from '@/platform/page/layout'
import { useAppearance } from '@/stores/appearance'
import { TYPE_STEPS } from '@/styles/tokens'

/** Theme, type scale and width of the page, for pictures on it. */
export function useChartLook(): ChartLook {
  const { theme, step } = useAppearance()
  return { theme, scale: TYPE_STEPS[step - 1]!, width: wideContentWidth() }
}
