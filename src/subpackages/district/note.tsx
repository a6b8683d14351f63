import { Text } from '@tarojs/components'
import './note.scss'

/** How a picture is to be read. */
export function Note({ children }: { children: string }) {
  return <Text className="district-note">{children}</Text>
}
