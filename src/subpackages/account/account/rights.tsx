import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { Notice } from '@/components/notice'
import { Section } from '@/components/section'
import { eraseMe, exportMyData, leave, withdraw } from '@/actions/account'
import { fetchHeldDays } from '@/actions/held-days'
import { useSync } from '@/stores/sync'
import './index.scss'

type Asking = 'fetch' | 'withdraw' | 'erase' | 'leave'

/** Export, fetch, withdraw, delete, log out: each says what it does before it does it. */
export function Rights({ left: gone = false }: { left?: boolean }) {
  const outbox = useSync(state => state.outbox)
  const [asking, setAsking] = useState<Asking>()
  const [outcome, setOutcome] = useState<{ good: boolean; words: string }>()
  const waiting = outbox?.waiting.length ?? 0
  const left = waiting > 0 ? `还有 ${waiting} 天没有上传。` : ''
  const ACTS: Record<Asking, { title: string; confirm: string; words: string; act: () => Promise<void> }> = {
    fetch: {
      title: '取回服务上的学习日？',
      confirm: '取回',
      words:
        '您在别的手机上哪天学过、学完了什么，会并进这部手机，不会重复计算。学了多少分钟、答对答错、笔记和错题本没有上传过，取不回来，请用“换手机”从旧手机上扫，或者导出文件。',
      act: fetchHeldDays,
    },
    withdraw: {
      title: '撤回同意并解绑？',
      confirm: '撤回并解绑',
      words: `${left}这部手机和微信都解绑，以后不再上传，没有上传的也不传了。手机上的学习记录不动；服务上已有的还在，要删请用“注销”。`,
      act: withdraw,
    },
    erase: {
      title: '注销支部账号？',
      confirm: '注销',
      words: '服务上您的姓名、学习记录和登录都会删去，不能恢复。支部报过的参学人数不变。手机上的学习记录不动。',
      act: eraseMe,
    },
    leave: {
      title: '退出登录？',
      confirm: '退出',
      words: `${left}手机上的学习记录不动，没有上传的留在手机上，下次登录接着传。`,
      act: leave,
    },
  }
  const chosen = asking && ACTS[asking]
  const fail = (error: Error) => setOutcome({ good: false, words: `没有做成：${error.message}` })
  const confirm = () => {
    setAsking(undefined)
    chosen?.act().then(() => setOutcome(undefined), fail)
  }
  const give = () => exportMyData().then(() => setOutcome({ good: true, words: '✓ 已经导出，请把文件存好' }), fail)
  return (
    <Section title="我的数据">
      <View>{outcome && <Notice tone={outcome.good ? 'good' : 'warning'}>{outcome.words}</Notice>}</View>
      <View className="account__buttons">
        <Button id="export-me" onPress={() => void give()}>
          导出服务上我的记录
        </Button>
        {outbox?.chosen && !gone && (
          <Button id="fetch-history" onPress={() => setAsking('fetch')}>
            取回服务上的学习日
          </Button>
        )}
        <Button id="log-out" onPress={() => setAsking('leave')}>
          退出登录
        </Button>
        <Button id="withdraw" onPress={() => setAsking('withdraw')}>
          撤回同意并解绑
        </Button>
        <Button id="erase-me" onPress={() => setAsking('erase')}>
          注销支部账号
        </Button>
      </View>
      <Dialog
        open={!!chosen}
        title={chosen?.title ?? ''}
        confirm={chosen?.confirm ?? ''}
        onConfirm={confirm}
        onCancel={() => setAsking(undefined)}
      >
        {chosen?.words}
      </Dialog>
    </Section>
  )
}
