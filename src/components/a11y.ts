/** What a screen reader is told about a node, in one shape for both platforms. */
export interface Accessible {
  role?: string
  label?: string
  selected?: boolean
  checked?: boolean
  disabled?: boolean
  expanded?: boolean
  modal?: boolean
  hidden?: boolean
  live?: 'polite' | 'assertive'
  valueNow?: number
  valueText?: string
  level?: number
}

const INTERACTIVE = new Set(['button', 'link', 'tab', 'radio', 'checkbox', 'switch'])

/**
 * Attributes to spread on a Taro component. WeChat reads `aria-role`, browsers read `role`;
 * on the web an interactive node also takes its place in the focus order (Enter and Space press it, platform/page/keyboard).
 */
export function a11y(it: Accessible): object {
  const attributes: Record<string, unknown> = {}
  const set = (name: string, value: unknown) => {
    if (value !== undefined) attributes[name] = value
  }
  set('aria-label', it.label)
  set('aria-selected', it.selected)
  set('aria-checked', it.checked)
  set('aria-disabled', it.disabled || undefined)
  set('aria-expanded', it.expanded)
  set('aria-modal', it.modal)
  set('aria-hidden', it.hidden)
  set('aria-live', it.live)
  set('aria-valuenow', it.valueNow)
  set('aria-valuetext', it.valueText)
  if (process.env.TARO_ENV === 'weapp') {
    set('aria-role', it.role)
    return attributes
  }
  set('role', it.role)
  set('aria-level', it.level)
  if (it.role === 'progressbar') {
    set('aria-valuemin', 0)
    set('aria-valuemax', 100)
  }
  if (it.role && INTERACTIVE.has(it.role) && !it.disabled) set('tabIndex', 0)
  return attributes
}
