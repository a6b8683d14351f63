import { Text } from '@tarojs/components'
import './index.scss'

/** Words of which some are what was looked for; those stand out by weight and ground, not by colour alone. */
export function MarkedText({ pieces, className }: { pieces: { text: string; hit: boolean }[]; className?: string }) {
  return (
    <Text className={className}>
      {pieces.map((piece, i) =>
        piece.hit ? (
          <Text key={i} className="marked">
            {piece.text}
          </Text>
        ) : (
          piece.text
        ),
      )}
    </Text>
  )
}
