/**
 * Design tokens: an annal on warm paper. One red, used where history speaks or for a page's one main action.
 * The build makes the stylesheet's custom properties of them (config/styles.ts); pages and components use those, and
 * drawings, which see no stylesheet, use these. A theme or a type scale changes tokens, never a page.
 */
export const COLOURS = {
  light: {
    paper: '#faf6ee',
    surface: '#fffdf8',
    sunk: '#f2ebdf',
    line: '#e6dccb',
    'line-strong': '#8f8371',
    ink: '#1f1a14',
    'ink-2': '#564c40',
    'ink-3': '#6e6355',
    red: '#a8261b',
    'on-red': '#fffdf8',
    'red-soft': '#f6e4df',
    gold: '#7d5a1a',
    'gold-line': '#b8924a',
    green: '#2a623d',
    'green-soft': '#e3efe4',
    lit: '#f7e8bd',
    veil: 'rgba(31, 26, 20, 0.45)',
    float: '0 6px 18px rgba(60, 40, 10, 0.12)',
    'heat-1': '#d8ccb8',
    'heat-2': '#a99c89',
    'heat-3': '#6e6355',
    'heat-4': '#1f1a14',
  },
  dark: {
    paper: '#16130f',
    surface: '#1f1b16',
    sunk: '#2a251e',
    line: '#3a332a',
    'line-strong': '#8d806f',
    ink: '#f1e9dc',
    'ink-2': '#c9beac',
    'ink-3': '#aba08f',
    red: '#f08a7d',
    'on-red': '#2a0f0b',
    'red-soft': '#3a1e1a',
    gold: '#d9b36c',
    'gold-line': '#8f7440',
    green: '#8fcea2',
    'green-soft': '#1c2e22',
    lit: '#4d3f1c',
    veil: 'rgba(0, 0, 0, 0.6)',
    float: '0 6px 18px rgba(0, 0, 0, 0.5)',
    'heat-1': '#4a4136',
    'heat-2': '#7d7263',
    'heat-3': '#b5a996',
    'heat-4': '#f1e9dc',
  },
} as const

/** What stands under a code that is to be scanned: white in the dark theme too, scanners need it. */
export const CODE_PAPER = '#fff'

/** The type scale of each step. */
export const TYPE_STEPS = [1, 1.25, 1.5, 2] as const

/** The same in every theme and at every size. */
const FIXED = {
  serif: "'Songti SC', 'STSong', 'Noto Serif CJK SC', 'Noto Serif SC', 'Source Han Serif SC', 'SimSun', serif",
  sans: "'PingFang SC', 'HarmonyOS Sans SC', 'MiSans', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', 'Microsoft YaHei', sans-serif",
  's-1': '4px',
  's-2': '8px',
  's-3': '12px',
  's-4': '16px',
  's-5': '24px',
  's-6': '36px',
  gutter: '20px',
  radius: '12px',
  'page-width': '480px',
  // Words and signs over moving pictures, in either theme.
  film: 'rgba(0, 0, 0, 0.72)',
  'on-film': '#fff',
  // Line height of articles and transcripts.
  lines: '1.85',
}

const LOOSE = { lines: '2.2' }

type Tokens = Readonly<Record<string, string>>

const px = (size: number) => `${Number(size.toFixed(4))}px`

/** Unconverted px: 18 at 1.0 up to 36 at 2.0. Small text never falls under 14. */
const typeScale = (t: number): Tokens => ({
  t: `${t}`,
  'f-xs': px(14 * t),
  'f-s': px(16 * t),
  'f-m': px(18 * t),
  'f-l': px(21 * t),
  'f-xl': px(27 * (0.2 + 0.8 * t)),
  'f-year': px(64 * (0.6 + 0.4 * t)),
  icon: px(24 * (0.5 + 0.5 * t)),
  touch: t > 1.3 ? '60px' : '48px',
})

/** WeChat knows the page as `page`; the web keeps that name as it is, so `:root` stands beside it. */
const PAGE = 'page, :root'

function rule(selector: string, tokens: Tokens): string {
  const lines = Object.entries(tokens).map(([name, value]) => `--${name}: ${value};`)
  return `${selector} { ${lines.join(' ')} }`
}

/** The custom properties of the stylesheet: the page's own, then the classes that `<Screen>` sets for a theme and a type scale. */
export function stylesheet(): string {
  return [
    rule(PAGE, { ...COLOURS.light, ...FIXED }),
    `@media (prefers-color-scheme: dark) { ${rule(PAGE, COLOURS.dark)} }`,
    rule('.theme-light', COLOURS.light),
    rule('.theme-dark', COLOURS.dark),
    ...TYPE_STEPS.map((t, i) => rule(i === 0 ? `${PAGE}, .type-1` : `.type-${i + 1}`, typeScale(t))),
    rule('.lines-loose', LOOSE),
  ].join('\n')
}
