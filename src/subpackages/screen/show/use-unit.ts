import { useEffect, useState } from 'react'

/** Drawn for this many px. */
const WIDTH = 1920
const HEIGHT = 1080
/** Below, words would be smaller than a page's own. */
const LEAST = 0.55

const unit = () => Math.max(LEAST, Math.min(window.innerWidth / WIDTH, window.innerHeight / HEIGHT))

/** Px of this screen for one px of the drawing. */
export function useUnit(): number {
  const [size, setSize] = useState(unit)
  useEffect(() => {
    const look = () => setSize(unit())
    window.addEventListener('resize', look)
    return () => window.removeEventListener('resize', look)
  }, [])
  return size
}
