import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Choice } from '@/components/choice'
import { Empty } from '@/components/empty'
import { Screen } from '@/layout/screen'
import { hasService } from '@/api/client'
import { open, routes } from '@/navigation'
import { useSession } from '@/stores/session'
import { NewPhone } from './new-phone'
import { OldPhone } from './old-phone'
import '../account/index.scss'

type Which = 'old' | 'new'
const WHICH: { value: Which; text: string }[] = [
  { value: 'old', text: '这是旧手机' },
  { value: 'new', text: '这是新手机' },
]

/** 换手机: all records go from the old phone to the new one by one scan. */
export default function PhonePage() {
  const { code } = useRouter().params
  const signedIn = useSession(state => state.status === 'signed-in')
  const [chosen, setChosen] = useState<Which>()
  const which = chosen ?? (signedIn && !code ? 'old' : 'new')
  if (!hasService()) {
    return (
      <Screen title="换手机">
        <Empty
          title="这个版本没有接参与服务"
          hint="请在旧手机的设置里“导出我的记录”，把文件发到新手机，再“从文件导入”。记录全部带走。"
          action={{ text: '打开设置', onPress: () => open(routes.settings()) }}
        />
      </Screen>
    )
  }
  return (
    <Screen title="换手机">
      <Choice id="which-phone" label="这是哪一部" value={which} options={WHICH} onChange={setChosen} />
      <View>{which === 'old' ? <OldPhone /> : <NewPhone given={code} />}</View>
      <View className="account__note">
        没有旧手机、也没有导出的文件，只能从服务取回每天一条：哪天学过、学完了什么。分钟、答对答错、笔记和错题本没有上传过，取不回来。
      </View>
    </Screen>
  )
}
