import fs from 'node:fs'
import path from 'node:path'

/** Where npm has put what our pages are drawn with: Chinese, and the signs that it lacks (✕). */
const FONTS = ['@embedpdf/fonts-sc/fonts', '@expo-google-fonts/noto-sans-symbols-2/400Regular']
/** The styles know 400 and 600; a weight more is eight megabytes to look through at every start. */
const LEFT_OUT = ['NotoSansHans-Light.otf', 'NotoSansHans-DemiLight.otf', 'NotoSansHans-Medium.otf']

/** The signs have digits of their own, as wide as a character of Chinese: what is named first is asked first. */
const FIRST = ['Noto Sans S Chinese', 'Noto Sans Symbols 2']
const GENERIC = ['sans-serif', 'serif', 'monospace', 'system-ui']

/**
 * Writes a fontconfig file that knows only our own fonts. Without a font for it Chromium lays Chinese out 0 px high; with
 * another on every machine widths differ, and a test of overflow says something else on each.
 * @returns its path, for `FONTCONFIG_FILE`
 */
export function fontsFile(cache: string): string {
  const file = path.resolve(cache, 'fonts.conf')
  const folders = FONTS.map(folder => `<dir>${path.resolve('node_modules', folder)}</dir>`)
  const prefer = `<prefer>${FIRST.map(name => `<family>${name}</family>`).join('')}</prefer>`
  const aliases = GENERIC.map(name => `<alias binding="strong"><family>${name}</family>${prefer}</alias>`)
  const rejected = LEFT_OUT.map(name => `<glob>*/${name}</glob>`)
  const text = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  ${folders.join('\n  ')}
  <cachedir>${path.resolve(cache, 'fontconfig')}</cachedir>
  <selectfont><rejectfont>${rejected.join('')}</rejectfont></selectfont>
  ${aliases.join('\n  ')}
</fontconfig>
`
  if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text) {
    fs.mkdirSync(path.resolve(cache), { recursive: true })
    // Beside, then renamed: another may be reading it.
    const beside = `${file}.${process.pid}`
    fs.writeFileSync(beside, text)
    fs.renameSync(beside, file)
  }
  return file
}
