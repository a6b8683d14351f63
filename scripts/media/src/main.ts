import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildMedia } from './build.ts'
import { bundleMedia } from './bundle.ts'
import { checkMedia } from './check.ts'
import { writeContactSheet } from './covers/contact-sheet.ts'
import { coversOf, writeCovers } from './covers/write-covers.ts'
import { writePictures } from './covers/write-pictures.ts'
import { checkFilms } from './films.ts'
import { fetchModel } from './model.ts'
import { readEpisodes } from './episodes.ts'
import { paths } from './paths.ts'
import { readByCharacter, readPinyin } from './pinyin.ts'
import { openVoices } from './voice.ts'

const [command = 'build', ...rest] = process.argv.slice(2)
const flags = new Set(rest.filter(a => a.startsWith('--')))
const by = /^--by=(.+)$/.exec(rest.find(a => a.startsWith('--by=')) ?? '')?.[1]
const only = rest.filter(a => !a.startsWith('--'))
const report = (line: string) => console.log(line.startsWith('\r') ? line : `\r${line}`)

switch (command) {
  case 'build': {
    const parts = flags.has('--sound') ? 'sound' : flags.has('--audio') ? 'audio' : 'all'
    const made = await buildMedia(() => openVoices(report), {
      only,
      bundle: flags.has('--bundle'),
      parts,
      force: flags.has('--force'),
      report,
    })
    report(`${made} 个文件`)
    break
  }
  case 'check': {
    const problems = await checkMedia(report)
    problems.forEach(problem => console.error(problem))
    if (problems.length > 0) process.exitCode = 1
    break
  }
  case 'bundle':
    report(`放进 content/media：${bundleMedia(report).join(' ') || '没有新的'}`)
    break
  case 'pinyin': {
    if (flags.has('--mark') && (!by || only.length === 0)) {
      console.error('pinyin [id …]，读过以后：pinyin --mark --by=谁读的 id …')
      process.exitCode = 2
      break
    }
    const scripts = readEpisodes(paths.episodes, report)
    if (flags.has('--by-character')) {
      readByCharacter(scripts, { only, report })
      break
    }
    const mark = flags.has('--mark') ? { mark: { by: by!, on: new Date().toISOString().slice(0, 10) } } : {}
    const open = readPinyin(scripts, { only, ...mark, short: flags.has('--short'), report })
    report(`${open} 集的注音还没有人读过`)
    break
  }
  case 'films': {
    // Storyboards alone, without sound; with --sheets a picture of each film for people to look at.
    const wrong = await checkFilms(only, flags.has('--sheets') ? join(paths.root, 'docs/films') : undefined, report)
    if (wrong > 0) process.exitCode = 1
    break
  }
  case 'model':
    fetchModel()
    break
  case 'covers': {
    const covers = coversOf(readFileSync(join(paths.root, 'content/objects.yml'), 'utf8'))
    writeCovers(paths.covers, covers)
    // For the media host, into a folder of the operator's.
    if (flags.has('--sheet')) {
      const titles = new Map(readEpisodes(paths.episodes, report).map(({ id, title }) => [id, title]))
      await writeContactSheet(join(paths.root, 'docs/covers.webp'), covers, titles)
    }
    if (flags.has('--png')) report(`${await writePictures(only[0] ?? 'covers-png', covers)} 张 PNG`)
    break
  }
  default:
    console.error(
      'build [id …] [--bundle] [--audio | --sound] [--force] | bundle | check | pinyin | model | covers [--sheet] [--png FOLDER] | films [id …] [--sheets]',
    )
    process.exitCode = 2
}
