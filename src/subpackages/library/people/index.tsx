import { Screen } from '@/frame/screen'

export default function Page() {
  return <Screen title="学习">{null}</Screen>
}
