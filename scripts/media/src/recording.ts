import { existsSync } from 'node:fs'
import { join } from 'node:path'

const SUFFIXES = ['.human.wav', '.human.m4a', '.human.mp3', '.human.flac']

/** A person's recording of an episode, dropped into `content/media/` as `<id>.human.wav|m4a|mp3|flac`. It always wins over a synthetic voice. */
export function humanRecording(folder: string, id: string): string | null {
  return SUFFIXES.map(suffix => join(folder, id + suffix)).find(existsSync) ?? null
}
