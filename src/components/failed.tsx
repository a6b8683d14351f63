import { Empty } from './empty'

/** A part of the page that could not be read: why, and a way to try again. */
export function Failed({ message, retry }: { message: string; retry: () => void }) {
  return <Empty title="这里没有读出来" hint={message} action={{ text: '再试一次', onPress: retry }} />
}
