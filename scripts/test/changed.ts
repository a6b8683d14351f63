import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { reachOf } from './imports'
import { Refusal } from './refusal'
import { STEPS, type Step } from './steps'

/** What every step stands on. */
const GROUND = /^(package(-lock)?\.json|tsconfig\.json|\.nvmrc|scripts\/test\/)/
const CODE = /\.(ts|tsx|js|mjs|cjs)$/
/** What the linter goes by. */
const RULES = /^((eslint|oxlint)\.config\.mjs$|config\/lint\/)/
/** Neither formatter nor linter minds a file that is none of theirs. */
const UNKNOWN_IS_FINE = '--no-error-on-unmatched-pattern'
const MIGRATIONS = /^server\/migrations\//
const FEED = /^(content|domain|scripts\/feed)\//
const APP = /^(content|domain|src|config|types|scripts\/feed)\/|^scripts\/(build\/|[^/]+\.ts$)|^babel\.config\.js$/

/**
 * What a change can touch, step by step: `whole` runs all of it, `reached` its tests that reach a changed file by imports. A
 * step is needed by those that come after it.
 */
const TOUCH: Record<string, { whole: RegExp; reached?: boolean }> = {
  feed: { whole: FEED },
  types: { whole: /\.(ts|tsx)$/ },
  unit: { whole: /^content\/|^jest\.config\.js$/ },
  'build h5': { whole: APP },
  'build weapp': { whole: APP },
  server: { whole: new RegExp(`${FEED.source}|${MIGRATIONS.source}`), reached: true },
  weapp: { whole: APP, reached: true },
  start: { whole: /^scripts\/(build|start)\/|^scripts\/build\.ts$/, reached: true },
  browser: { whole: APP, reached: true },
}

/** What is read as a folder: no import names its files, so a change of one is a change of what reads them. */
const READERS: [RegExp, string][] = [[MIGRATIONS, 'server/src/database/migrate.ts']]

/**
 * Files that git sees as changed since the branch left main (main itself: since origin/main), uncommitted and new ones included;
 * one that was renamed under both its names.
 * @returns them with the commit that they are compared with; `HEAD` where there is no main to compare with
 * @throws Refusal where git finds no history
 */
export function changedFiles(cwd = '.'): { base: string; files: string[] } {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  const ask = (...args: string[]) => {
    try {
      return git(...args).trim()
    } catch {
      return undefined
    }
  }
  // Who commits on main itself is compared with what was last fetched: main would be compared with itself.
  const mains = ask('symbolic-ref', '--short', 'HEAD') === 'main' ? ['origin/main'] : ['main', 'origin/main']
  const base = mains.map(name => ask('merge-base', 'HEAD', name)).find(it => it) ?? 'HEAD'
  // Only between NULs are names what they are.
  const names = (text: string) => text.split('\0').filter(Boolean)
  try {
    const files = [
      ...names(git('diff', '-z', '--no-renames', '--name-only', base)),
      ...names(git('ls-files', '-z', '--others', '--exclude-standard')),
    ]
    return { base, files: [...new Set(files)] }
  } catch {
    throw new Refusal('--changed 要问 git 改了什么，可是这里 git 没有回答：不是仓库、没有提交，或没有装 git')
  }
}

/** Tests that read the tree as files: no import says what they look at. */
function treeReaders(): string[] {
  const tests = ['domain', 'feed', 'media', 'src', 'scripts'].flatMap(folder =>
    fs
      .readdirSync(`tests/${folder}`, { recursive: true, encoding: 'utf8' })
      .filter(name => /\.(test\.ts|spec\.tsx)$/.test(name))
      .map(name => path.join('tests', folder, name)),
  )
  return tests.filter(file => /readFileSync|readdirSync/.test(fs.readFileSync(file, 'utf8')))
}

/**
 * The part of a step that the changes can touch.
 * @param known what files name, as far as it has been read: the steps read much the same
 */
function touched(step: Step, changed: string[], known: Map<string, string[]>): Step | undefined {
  const there = changed.filter(file => fs.existsSync(file))
  if (changed.some(file => GROUND.test(file))) return step
  if (step.name === 'format')
    return there.length > 0 ? { ...step, args: [...step.args, UNKNOWN_IS_FINE], files: there } : undefined
  if (step.name === 'lint') {
    if (changed.some(file => RULES.test(file))) return step
    const code = there.filter(file => CODE.test(file))
    return code.length > 0 ? { ...step, args: [...step.args, UNKNOWN_IS_FINE], files: code } : undefined
  }
  const rule = TOUCH[step.name.replace(/ \d+$/, '')]
  if (!rule || changed.some(file => rule.whole.test(file))) return step
  if (step.name === 'unit') {
    if (changed.length === 0) return undefined
    const code = there.filter(file => CODE.test(file) || file.endsWith('.scss'))
    return { ...step, args: [...step.args, '--findRelatedTests'], files: [...code, ...treeReaders()] }
  }
  if (!rule.reached) return undefined
  const readers = READERS.flatMap(([read, reader]) => (changed.some(file => read.test(file)) ? [reader] : []))
  const files = step.files!.filter(test => {
    const reach = reachOf(test, known)
    return [...changed, ...readers].some(file => reach.has(file))
  })
  return files.length > 0 ? { ...step, files } : undefined
}

/** Chooses the steps, and the files of each, that changes can touch, with the steps that those wait for. */
export function stepsFor(changed: string[], steps: readonly Step[] = STEPS): Step[] {
  const known = new Map<string, string[]>()
  const chosen = new Map(steps.map(step => [step.name, touched(step, changed, known)]))
  for (const step of [...steps].reverse()) {
    if (!chosen.get(step.name)) continue
    for (const name of step.after ?? [])
      if (!chosen.get(name))
        chosen.set(
          name,
          steps.find(it => it.name === name),
        )
  }
  return enoughParts(steps.flatMap(step => chosen.get(step.name) ?? []))
}

/** Of parts that share their files no more than there are files. */
function enoughParts(steps: Step[]): Step[] {
  const parts = new Map<string, number>()
  return steps.filter(({ claims, files }) => {
    if (!claims) return true
    const before = parts.get(claims) ?? 0
    parts.set(claims, before + 1)
    return before < files!.length
  })
}

/** What a step is called where its parts, which share their files, are meant together. */
const nameOf = (step: Step): string => (step.claims ? step.name.replace(/ \d+$/, '') : step.name)

/** The steps of `npm test -- --changed`; says what it leaves out. */
export function changedSteps(say: (line: string) => void): Step[] {
  const { base, files } = changedFiles()
  if (base === 'HEAD')
    say('没有可以比的 main（就在 main 上提交时，要有 origin/main）：只看还没有提交的改动，已经提交的请用 npm test 全跑')
  say(`${files.length} 个文件自 ${base.slice(0, 8)} 起有改动`)
  const steps = stepsFor(files)
  const left = [...new Map(STEPS.map(step => [nameOf(step), step])).values()].flatMap(step => {
    const part = steps.find(it => nameOf(it) === nameOf(step))
    if (!part) return [nameOf(step)]
    if (!step.files || !part.files || part.files.length === step.files.length) return []
    return step.files[0] === '.'
      ? [`${step.name}（只看改动的文件）`]
      : [`${nameOf(step)} 的 ${step.files.length - part.files.length} 个文件`]
  })
  if (steps.some(step => step.name === 'unit' && step.files)) left.push('unit 中与改动无关的')
  say(left.length > 0 ? `没有运行：${left.join('、')}` : '全部运行')
  return steps
}
