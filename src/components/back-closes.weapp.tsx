import { PageContainer } from '@tarojs/components'

/** WeChat's page container takes the Back that comes while it is shown; it is empty, so nothing of it is to be seen. */
export function BackCloses({ onBack }: { onBack: () => void }): JSX.Element {
  return <PageContainer id="closes" show overlay={false} onBeforeLeave={() => onBack()} />
}
