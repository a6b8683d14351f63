import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Remark } from '@/components/remark'
import { Row } from '@/components/row'
import { hasService } from '@/api/client'
import { open, routes } from '@/navigation'
import { useSession } from '@/stores/session'
import { useSync } from '@/stores/sync'

/** The account in two lines: who is signed in, and whether everything has been uploaded. */
export function Account() {
  const { status, me, ended } = useSession()
  const { outbox, sending, problem, send } = useSync()
  const toAccount = () => open(routes.account())
  if (!hasService()) return <Remark>这个版本没有接参与服务，不能登录；交学习情况用学习单。</Remark>
  if (!me) {
    const note = ended ? '这部手机的登录退出了，点开看为什么' : '绑定以后自动报给支部，不用交单'
    return <View>{status === 'none' && <Row id="to-account" title="支部账号" note={note} onPress={toAccount} />}</View>
  }
  const waiting = outbox?.waiting.length ?? 0
  return (
    <View>
      <Row id="to-account" title="支部账号" note={`${me.name}，${me.branchName}`} onPress={toAccount} />
      <View>
        {outbox && !outbox.chosen && (
          <Row id="to-begin" title="还没有开始上传" note="先选从哪里开始" onPress={toAccount} />
        )}
        {waiting > 0 && (
          <View id="waiting">
            <Row
              title={`还有 ${waiting} 天未上传`}
              note={problem}
              meta={
                sending ? (
                  '正在上传…'
                ) : (
                  <Button look="plain" id="send-now" onPress={() => void send()}>
                    现在上传
                  </Button>
                )
              }
            />
          </View>
        )}
      </View>
    </View>
  )
}
