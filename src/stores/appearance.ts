import { create } from 'zustand'
import { onSystemTheme, systemTextScale, systemTheme, type Theme } from '@/platform/phone/phone'
import { COLOURS } from '@/styles/tokens'
import { stepFor, type TypeStep } from '@/styles/type-step'
import { useSettings } from './settings'

const usePhone = create<{ theme: Theme; scale: number }>(set => {
  onSystemTheme(theme => set({ theme }))
  return { theme: systemTheme(), scale: systemTextScale() }
})

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
    paper: COLOURS[theme].paper,
  }
}
