import { create } from 'zustand'
import { dropKept, listKept } from '@/platform/files/kept-files'
import type { KeptFile } from '@/platform/files/kept-name'

interface KeptStore {
  /** Undefined until it has been looked at. */
  files?: KeptFile[]
  names: ReadonlySet<string>
  /** Looks again at what is there. */
  look(): Promise<void>
  drop(names: string[]): Promise<void>
}

/** What has been downloaded. */
export const useKept = create<KeptStore>((set, get) => ({
  names: new Set(),
  look: async () => {
    // Without a store there are no downloads; nothing else depends on it.
    const files = await listKept().catch(() => [])
    set({ files, names: new Set(files.map(file => file.name)) })
  },
  drop: async names => {
    for (const name of names) await dropKept(name)
    await get().look()
  },
}))

let looked: Promise<void> | undefined

/** Resolves once it is known what is kept. */
export function keptKnown(): Promise<void> {
  return (looked ??= useKept.getState().look())
}
