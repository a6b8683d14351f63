import { Empty } from './empty'

interface Props {
  /** Why, and what to do. */
  message: string
  /** Only the network is missing; nothing is broken. */
  offline?: boolean
  reload: () => void
}

/** A part of the page that could not be read: why, and a way to try again. */
export function Failed({ message, offline, reload }: Props) {
  const title = offline ? '内容还没有取来' : '这里没有读出来'
  return <Empty title={title} hint={message} action={{ text: '再试一次', onPress: reload }} />
}
