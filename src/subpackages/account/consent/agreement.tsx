import { Text, View } from '@tarojs/components'
import { a11y } from '@/components/a11y'
import { classNames } from '@/components/class-names'
import { Icon } from '@/components/icon'
import { ConsentText } from './text'
import './agreement.scss'

/** The whole text and a box that nobody has ticked for the member. */
export function Agreement({ agreed, onChange }: { agreed: boolean; onChange: (agreed: boolean) => void }) {
  return (
    <>
      <ConsentText />
      <View
        id="agree"
        className={classNames('agreement', agreed && 'agreement--on')}
        onClick={() => onChange(!agreed)}
        {...a11y({ role: 'checkbox', checked: agreed, label: '我看过上面的说明，同意上传' })}
      >
        <View className="agreement__box">{agreed && <Icon name="check" />}</View>
        <Text className="agreement__words">我看过上面的说明，同意上传</Text>
      </View>
    </>
  )
}
