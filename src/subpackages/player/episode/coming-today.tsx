import { DOT } from '@/components/dot'
import { readingMinutes, spellSeconds } from '@/components/duration'
import { aboutWords } from '@/components/item-row'
import { Row } from '@/components/row'
import { useListenToday, type Piece } from '@/stores/listen-today'

const costs = (piece: Piece) =>
  piece.kind === 'episode' ? spellSeconds(piece.it.seconds) : `手机朗读${DOT}${readingMinutes(piece.it.chars)} 分钟`

interface Props {
  pieces: { piece: Piece; index: number }[]
  onChosen: () => void
}

/** What 听今天 goes on with; each can be begun at once. */
export function ComingToday({ pieces, onChosen }: Props) {
  const { go } = useListenToday()
  const choose = (index: number) => {
    onChosen()
    go(index)
  }
  return (
    <>
      {pieces.map(({ piece, index }) => (
        <Row
          key={piece.it.id}
          id={`coming-${piece.it.id}`}
          kind="听"
          title={piece.it.title}
          note={aboutWords(piece.it)}
          meta={costs(piece)}
          onPress={() => choose(index)}
        />
      ))}
    </>
  )
}
