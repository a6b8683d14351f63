import { useEffect, useRef } from 'react'
import type { EpisodeMedia } from '@domain/catalog/types'
import { hasOtherFile } from '@/feed/sound-file'

/** Tells when the host has another file than the catalog's: it is asked while the film is on its way, once for each address that is tried. */
export function useOtherFile(media: EpisodeMedia | undefined, url: string | undefined, refuse: () => void): void {
  const told = useRef(refuse)
  told.current = refuse
  useEffect(() => {
    if (url === undefined || !media) return
    let left = false
    void hasOtherFile(media).then(other => other && !left && told.current())
    return () => {
      left = true
    }
  }, [url, media])
}
