import { create } from 'zustand'
import { onSystemTheme, systemTextScale, systemTheme, type Theme } from '@/platform/phone/phone'
import { useSettings } from './settings'

/** The type scale of each step. */
export const TYPE_STEPS = [1, 1.25, 1.5, 2] as const
export type TypeStep = 1 | 2 | 3 | 4

const usePhone = create<{ theme: Theme; scale: number }>(set => {
  onSystemTheme(theme => set({ theme }))
  return { theme: systemTheme(), scale: systemTextScale() }
})

/** The step nearest to the phone's own text size, never smaller than it by more than half a step. */
export function stepFor(scale: number): TypeStep {
  let best: TypeStep = 1
  TYPE_STEPS.forEach((step, i) => {
    if (Math.abs(step - scale) < Math.abs(TYPE_STEPS[best - 1]! - scale)) best = (i + 1) as TypeStep
  })
  return best
}

interface Appearance {
  theme: Theme
  step: TypeStep
  /** Paper colour of the theme, for what lies outside CSS. */
  paper: string
  lines: 'normal' | 'loose'
}

/** Theme and type as they apply now: the member's choice, else the phone's. */
export function useAppearance(): Appearance {
  const phone = usePhone()
  const chosenTheme = useSettings(state => state.theme)
  const chosenType = useSettings(state => state.type)
  const lines = useSettings(state => state.lines)
  const theme = chosenTheme === 'system' ? phone.theme : chosenTheme
  return {
    theme,
    step: chosenType === 0 ? stepFor(phone.scale) : chosenType,
    lines,
    paper: theme === 'dark' ? '#16130f' : '#faf6ee',
  }
}
