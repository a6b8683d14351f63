import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Built, VolumesOf } from '../../src/first-paint/built'

const FIRST_LETTER = 65

/** @param volumes ids of the items that each volume holds, `a-0012`; at most 58 volumes, or the letters run out. */
export function lettersOf(volumes: Record<string, string[]>): VolumesOf {
  const names: VolumesOf['names'] = {}
  const letters: string[] = []
  Object.entries(volumes).forEach(([name, ids], place) => {
    const letter = String.fromCharCode(FIRST_LETTER + place)
    names[letter] = name
    for (const id of ids) letters[Number(id.slice(2))] = letter
  })
  return { names, letters: Array.from(letters, letter => letter ?? ' ').join('') }
}

const LOOK_MS = 50

/** Waits for the file that scripts/build writes when the feed, compiled beside the bundler, is whole. Who waits in vain is ended. */
export async function feedReady(file: string | undefined): Promise<void> {
  while (file && !fs.existsSync(file)) await sleep(LOOK_MS)
}

/** The volumes that lie in the feed's folder. */
export function volumesOf(folder: string, kind: 'articles' | 'episodes'): VolumesOf {
  const names = fs.readdirSync(folder).filter(name => name.startsWith(`${kind}-`) && name.endsWith('.json'))
  const idsOf = (name: string) => {
    const volume = JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')) as Record<string, { id: string }[]>
    return volume[kind]!.map(({ id }) => id)
  }
  return lettersOf(Object.fromEntries(names.map(name => [name, idsOf(name)])))
}

/** How long the schedule of the feed is, and when it begins. */
export function scheduleOf(folder: string): Built['schedule'] {
  const { starts, count } = JSON.parse(fs.readFileSync(path.join(folder, 'schedule.json'), 'utf8')) as Built['schedule']
  return { starts, count }
}

/** Drawings of shelves and series; each has a dark one beside it. */
export function coversOf(folder: string): string[] {
  return fs.readdirSync(folder).flatMap(name => /^(?!e-\d|period-)([a-z-]+)\.svg$/.exec(name)?.[1] ?? [])
}
