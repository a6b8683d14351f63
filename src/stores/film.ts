import { create } from 'zustand'
import { joinErasure } from '@/storage/erasure'

interface FilmStore {
  id?: string
  second: number
  /** The film whose picture is not there: it did not load, or waits for a word before it costs data. */
  absent?: string
}

/** The film that is open and the second it stands at, for the words around it. */
export const useFilm = create<FilmStore>(() => ({ second: 0 }))
joinErasure(useFilm)
