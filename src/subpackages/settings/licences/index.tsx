import { View } from '@tarojs/components'
import { Failed } from '@/components/failed'
import { Row } from '@/components/row'
import { LongList } from '@/layout/lists/long-list'
import { Screen } from '@/layout/screen'
import { useQuery } from '@/hooks/query'
import { linesOf } from './lines'
import { readLicences } from './text'
import './index.scss'

/** Whose work is in this app, in their own words, as they ask. */
export default function Licences() {
  const text = useQuery('licences', async () => linesOf(await readLicences()))
  return (
    <Screen title="用到的开源软件">
      <View className="licences__before">
        这个应用里有别人写好、公开给大家用的软件。下面是它们的名称、版本和许可，照原文抄下，多是英文。
      </View>
      {text.status === 'failed' && <Failed {...text} />}
      {text.status === 'ready' && (
        <LongList rows={text.value} of="licences" first={20} few={4} unit="段">
          {line =>
            'names' in line ? (
              <Row key={line.key} title={line.names} meta={line.kind} />
            ) : (
              <View key={line.key} className="licences__words">
                {line.words}
              </View>
            )
          }
        </LongList>
      )}
    </Screen>
  )
}
