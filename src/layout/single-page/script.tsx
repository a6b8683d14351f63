import { Text, View } from '@tarojs/components'
import type { Block } from '@domain/catalog/types'
import { plainText } from '@/components/rich-text'

/** The words of an article or episode and nothing to press. */
export function Script({ blocks }: { blocks: Block[] }) {
  return (
    <View>
      {blocks.map((block, i) =>
        block.kind === 'heading' ? (
          <Text key={i} className="single-page__heading">
            {block.text}
          </Text>
        ) : (
          <View key={i} className="single-page__paragraph">
            {plainText(block.spans)}
          </View>
        ),
      )}
    </View>
  )
}
