import { Screen } from '@/layout/screen'
import { ConsentText } from './text'

/** 上传说明: what a member agrees to when they bind, for anyone to read. */
export default function ConsentPage() {
  return (
    <Screen title="上传说明">
      <ConsentText />
    </Screen>
  )
}
