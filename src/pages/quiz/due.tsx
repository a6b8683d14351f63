import { Text } from '@tarojs/components'
import { Button } from '@/components/button'
import { MainAction } from '@/components/main-action'
import { open, routes } from '@/navigation'

/** The most reviews that one session asks. */
const AT_ONCE = 10

interface Props {
  due: number
  /** The day's five are done. */
  five: boolean
  onDaily: () => void
}

/** The page's one main action: what is due, else the day's five, else a word that there is nothing left. */
export function Due({ due, five, onDaily }: Props) {
  if (due > 0)
    return (
      <MainAction
        note={due > AT_ONCE ? `一共 ${due} 题到期，一次温 ${AT_ONCE} 题` : '以前答错的，今天再答一遍就记得牢'}
      >
        <Button id="review-now" look="main" onPress={() => open(routes.run({ mode: 'review' }))}>
          温习到期的 {Math.min(due, AT_ONCE)} 题
        </Button>
      </MainAction>
    )
  if (!five)
    return (
      <MainAction note="约 2 分钟，各架混合，和昨天不重样">
        <Button id="daily" look="main" onPress={onDaily}>
          答今天的五题
        </Button>
      </MainAction>
    )
  return <Text className="due__done">✓ 今天该答的都答了，明天有新的五题</Text>
}
