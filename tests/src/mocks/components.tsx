// Plain-DOM stand-ins for @tarojs/components: same names, the props that tests touch, nothing else.
import { createElement, type ReactNode } from 'react'

interface Props {
  children?: ReactNode
  [prop: string]: unknown
}

const TARO_ONLY = new Set(['hoverClass', 'catchMove', 'onConfirm', 'blockSize', 'activeColor', 'scrollX'])

const element = (tag: string) =>
  function StandIn({ children, ...props }: Props) {
    const known = Object.fromEntries(Object.entries(props).filter(([name]) => !TARO_ONLY.has(name)))
    return createElement(tag, known, children)
  }

export const View = element('div')
export const Text = element('span')
export const ScrollView = element('div')
export const PageMeta = () => null
export const Image = element('img')

interface InputProps extends Props {
  onInput?: (event: { detail: { value: string } }) => void
  maxlength?: number
}

export function Input({ onInput, maxlength, ...props }: InputProps) {
  return createElement('input', {
    ...props,
    maxLength: maxlength,
    onChange: (event: { target: { value: string } }) => onInput?.({ detail: { value: event.target.value } }),
  })
}
