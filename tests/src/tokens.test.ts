import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { COLOURS, stylesheet, TYPE_STEPS } from '@/styles/tokens'

const ROOT = path.resolve(__dirname, '../..')
const SRC = path.join(ROOT, 'src')

const filesIn = (folder: string): string[] =>
  fs.readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const file = path.join(folder, entry.name)
    return entry.isDirectory() ? filesIn(file) : [file]
  })

/** `--name: value` of the rules with this selector, later ones over earlier ones. */
function properties(selector: string, css = stylesheet()): Record<string, string> {
  const rules = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)]
  const own = rules.filter(([, selectors]) => selectors!.split(',').some(it => it.trim() === selector))
  const pairs = own.flatMap(([, , body]) => [...body!.matchAll(/--([\w-]+): ([^;]+);/g)])
  return Object.fromEntries(pairs.map(([, name, value]) => [name, value]))
}

const light = stylesheet().replace(/@media[^{]*\{[^{}]*\{[^{}]*\} \}/, '')

test('every theme has every colour, on the page and as a class', () => {
  expect(Object.keys(COLOURS.dark)).toEqual(Object.keys(COLOURS.light))
  expect(properties('page', light)).toMatchObject(COLOURS.light)
  expect(properties(':root', light)).toMatchObject(COLOURS.light)
  expect(properties('page')).toMatchObject(COLOURS.dark)
  expect(properties('.theme-light')).toEqual(COLOURS.light)
  expect(properties('.theme-dark')).toEqual(COLOURS.dark)
})

test('text has four steps from 18 to 36 px, and small text is never under 14', () => {
  const steps = TYPE_STEPS.map((_, i) => properties(`.type-${i + 1}`))
  expect(steps.map(step => step['f-m'])).toEqual(['18px', '22.5px', '27px', '36px'])
  expect(steps.map(step => step.touch)).toEqual(['48px', '48px', '60px', '60px'])
  for (const step of steps) expect(parseFloat(step['f-xs']!)).toBeGreaterThanOrEqual(14)
  for (const page of ['page', ':root']) expect(properties(page, light)).toMatchObject(steps[0]!)
})

/** Relative luminance (WCAG 2) of `#rrggbb`. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map(at => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map(it => (it <= 0.03928 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

test.each(['light', 'dark'] as const)(
  'in %s the words of a row can be read on what a press and a mouse put under it',
  theme => {
    const { sunk, ...colours } = COLOURS[theme]
    const faint = (['ink', 'ink-2', 'ink-3', 'gold', 'green', 'red'] as const).filter(name => {
      const [low = 0, high = 0] = [luminance(sunk), luminance(colours[name])].sort((a, b) => a - b)
      return (high + 0.05) / (low + 0.05) < 4.5
    })
    expect(faint).toEqual([])
  },
)

/** Labels of tabs, charts, tables and clocks, remarks below what they are about, and print. */
const SMALLEST = [
  'components/data-table/index.scss',
  'components/remark/index.scss',
  'components/section/index.scss',
  'components/stat/index.scss',
  'components/week-bars/index.scss',
  'layout/mini-player/index.scss',
  'layout/report-sheet/index.scss',
  'layout/screen/index.scss',
  'layout/states/loaded.scss',
  'subpackages/branch/book/paper.scss',
  'subpackages/branch/desk.scss',
  'subpackages/branch/member-line.scss',
  'subpackages/contest/contest.scss',
  'subpackages/district/note.scss',
  'subpackages/exam/run/answer-sheet.scss',
  'subpackages/exam/timed/index.scss',
  'subpackages/player/tell/index.scss',
]

test('what is read in a row, a card or above a question is 16 px: the smallest type is for labels and remarks', () => {
  const smallest = filesIn(SRC)
    .filter(file => file.endsWith('.scss') && fs.readFileSync(file, 'utf8').includes('var(--f-xs)'))
    .map(file => path.relative(SRC, file).split(path.sep).join('/'))
  expect(smallest.sort()).toEqual(SMALLEST)
})

test('no stylesheet and no template has a colour of its own', () => {
  const own = filesIn(SRC)
    .filter(file => /\.(scss|html)$/.test(file))
    .flatMap(file => {
      const found = fs.readFileSync(file, 'utf8').match(/(#|%23)[0-9a-f]{3,8}\b|\b(rgb|hsl)a?\(/gi)
      return found ? [`${path.relative(ROOT, file)}: ${found.join(' ')}`] : []
    })
  expect(own).toEqual([])
})

test('a stylesheet names only tokens that there are, or properties that its own sub-package sets', () => {
  const known = new Set(Object.keys({ ...properties('page'), ...properties('.type-1') }))
  const files = filesIn(SRC)
  const room = (file: string) => /^.*[\\/]subpackages[\\/][^\\/]+[\\/]/.exec(file)?.[0] ?? file
  const unknown = files
    .filter(file => file.endsWith('.scss'))
    .flatMap(file => {
      const css = fs.readFileSync(file, 'utf8')
      const used = new Set([...css.matchAll(/var\(--([\w-]+)/g)].map(([, name]) => name!))
      const beside = files
        .filter(other => other.startsWith(room(file)) && /\.(scss|tsx)$/.test(other))
        .map(other => fs.readFileSync(other, 'utf8'))
      return [...used]
        .filter(name => !known.has(name) && !beside.some(text => text.includes(`--${name}:`)))
        .map(name => `${file}: --${name}`)
    })
  expect(unknown).toEqual([])
})

test('the colour that content/brand.yml names is the red that is drawn', () => {
  const brand = parse(fs.readFileSync(path.join(ROOT, 'content/brand.yml'), 'utf8')) as { colour: string }
  const { red } = COLOURS.light
  if (red !== brand.colour)
    throw new Error(
      `content/brand.yml 的 colour 是 ${brand.colour}，src/styles/tokens.ts 的 COLOURS.light.red 是 ${red}；` +
        '应当写成一样的，再配上 red-soft、on-red 和深色的一份，然后运行 npm run icons',
    )
})
