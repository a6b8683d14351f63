import { create } from 'zustand'

/** The film that is open and the second it stands at, for the words around it. */
export const useFilm = create<{ id?: string; second: number }>(() => ({ second: 0 }))
