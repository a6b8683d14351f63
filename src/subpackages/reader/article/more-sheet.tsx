import { Row } from '@/components/row'
import { Sheet } from '@/components/sheet'
import { open as openPage, routes } from '@/navigation'

interface Props {
  open: boolean
  onClose: () => void
  onNote: () => void
  onCard: () => void
  onReport: () => void
  /** Undefined for a short article. */
  onContents?: () => void
}

/** What can be done with an article besides reading it. */
export function MoreSheet({ open, onClose, onNote, onCard, onReport, onContents }: Props) {
  const then = (act: () => void) => () => {
    onClose()
    act()
  }
  return (
    <Sheet open={open} title="这篇文章" onClose={onClose}>
      {onContents && <Row id="more-contents" title="看目录" onPress={then(onContents)} />}
      <Row id="note" title="给这一段划线、记笔记" note="在文中长按一段也可以" onPress={then(onNote)} />
      <Row id="notes" title="看我的笔记" onPress={then(() => openPage(routes.notes()))} />
      <Row id="card" title="做一张分享图" onPress={then(onCard)} />
      <Row id="report" title="报告错误" note="日期、人名或说法不对，告诉编辑" onPress={then(onReport)} />
    </Sheet>
  )
}
