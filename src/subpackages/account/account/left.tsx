import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { Section } from '@/components/section'
import { open, routes } from '@/navigation'
import './index.scss'

/** Who has left every branch: why nothing is uploaded, and how to go on. */
export function Left() {
  return (
    <>
      <Notice>您已从这个支部的名册转出，学习不再上传，手机上照常记着。</Notice>
      <Section title="到了新支部">
        <View className="account__note">
          请新支部的书记给您邀请码，在这里绑定；同一个区转支部的，上级转好以后重新登录就是新支部。绑定以后，这里的记录就不能再由您导出和删去，要的话请先在下面办。
        </View>
        <View className="account__buttons">
          <Button id="bind-anew" look="main" onPress={() => open(routes.bind())}>
            绑定到新支部
          </Button>
        </View>
      </Section>
    </>
  )
}
