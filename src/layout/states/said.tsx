import { View } from '@tarojs/components'
import { useCallback, useState } from 'react'
import { Notice } from '@/components/notice'

interface Words {
  good: boolean
  words: string
}

/** What became of what the secretary did; it stays until the next thing is done. */
export function useSaid() {
  const [said, setSaid] = useState<Words>()
  const [busy, setBusy] = useState(false)
  /** Does it once at a time and says how it went. `done` is said on success; a failure says its own message. */
  const attempt = useCallback(async (act: () => Promise<unknown>, done?: string): Promise<boolean> => {
    setBusy(true)
    try {
      await act()
      setSaid(done ? { good: true, words: `✓ ${done}` } : undefined)
      return true
    } catch (error) {
      setSaid({ good: false, words: (error as Error).message || '没有做成，请再试一次' })
      return false
    } finally {
      setBusy(false)
    }
  }, [])
  return { said, busy, attempt, say: setSaid }
}

export function Said({ said }: { said: Words | undefined }) {
  return <View>{said && <Notice tone={said.good ? 'good' : 'warning'}>{said.words}</Notice>}</View>
}
