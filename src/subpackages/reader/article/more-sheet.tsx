import { Row } from '@/components/row'
import { Sheet } from '@/components/sheet'
import { open as openPage, routes } from '@/services/navigation'

interface Props {
  open: boolean
  onClose: () => void
  /** Undefined where the platform cannot speak. */
  aloud?: { speaking: boolean; toggle: () => void }
  onNote: () => void
  onCard: () => void
}

/** What can be done with an article besides reading it. */
export function MoreSheet({ open, onClose, aloud, onNote, onCard }: Props) {
  const then = (act: () => void) => () => {
    onClose()
    act()
  }
  return (
    <Sheet open={open} title="这篇文章" onClose={onClose}>
      {aloud && (
        <Row
          id="aloud"
          title={aloud.speaking ? '停止朗读' : '从这里读给我听'}
          note={aloud.speaking ? undefined : '用手机自带的声音'}
          onPress={then(aloud.toggle)}
        />
      )}
      <Row id="note" title="给这一段划线、记笔记" note="在文中长按一段也可以" onPress={then(onNote)} />
      <Row id="notes" title="我的笔记" onPress={then(() => openPage(routes.notes()))} />
      <Row id="card" title="做一张分享图" onPress={then(onCard)} />
    </Sheet>
  )
}
