import { View } from '@tarojs/components'
import './code-shown.scss'

/** 换机码 as it is read out and copied by hand: two groups of four. It is shown this once. */
export function CodeShown({ code }: { code: string }) {
  return (
    <View className="own-code">
      <View id="own-code-shown" className="own-code__code">
        {`${code.slice(0, 4)} ${code.slice(4)}`}
      </View>
      <View className="own-code__words">
        这是您的换机码，只显示这一次。请抄在纸上收好，不要给别人，书记也不用知道：有了它和您的姓名，就能换到别的手机上。
      </View>
    </View>
  )
}
