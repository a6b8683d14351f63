import { buildMedia } from './build.ts'
import { checkMedia } from './check.ts'
import { fetchModel } from './model.ts'
import { openVoice } from './voice.ts'

const [command = 'build', ...rest] = process.argv.slice(2)
const flags = new Set(rest.filter(a => a.startsWith('--')))
const only = rest.filter(a => !a.startsWith('--'))
const report = (line: string) => console.log(line.startsWith('\r') ? line : `\r${line}`)

switch (command) {
  case 'build': {
    const made = await buildMedia(() => openVoice(report), {
      only,
      bundle: flags.has('--bundle'),
      audioOnly: flags.has('--audio'),
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
  case 'model':
    fetchModel()
    break
  default:
    console.error('build [id …] [--bundle] [--audio] | check | model')
    process.exitCode = 2
}
