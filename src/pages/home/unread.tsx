import { Failed } from '@/components/failed'

interface Part {
  message: string
  offline: boolean
  reload: () => Promise<void>
}

/** Whatever of the page could not be read is told once, and asked for again at once. */
export function Unread({ parts }: { parts: Part[] }) {
  // A damaged file says more than a missing network.
  const worst = parts.find(it => !it.offline) ?? parts[0]
  if (!worst) return null
  return (
    <Failed message={worst.message} offline={worst.offline} reload={() => parts.forEach(part => void part.reload())} />
  )
}
