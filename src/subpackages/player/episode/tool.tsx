import { Text, View } from '@tarojs/components'
import { a11y } from '@/components/a11y'
import { classNames } from '@/components/class-names'
import { Icon, type IconName } from '@/components/icon'
import './tool.scss'

interface Props {
  id: string
  /** A sign or, where there is one, a figure stands above the label. */
  icon?: IconName
  figure?: string
  label: string
  /** What a screen reader says, where figure and label do not say enough. */
  name?: string
  disabled?: boolean
  onPress: () => void
}

/** One of the small controls under the player's buttons. */
export function Tool({ id, icon, figure, label, name, disabled = false, onPress }: Props) {
  return (
    <View
      id={id}
      className={classNames('tool', disabled && 'tool--off')}
      onClick={() => !disabled && onPress()}
      {...a11y({ role: 'button', label: name ?? label, disabled })}
    >
      {icon && figure === undefined ? <Icon name={icon} /> : <Text className="tool__figure">{figure}</Text>}
      <Text className="tool__label">{label}</Text>
    </View>
  )
}
