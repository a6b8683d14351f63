import { OptionRow } from '@/components/option'
import type { AssignmentLine } from '@domain/branch/assignment-lines'

/** Something that can be assigned, with a box to tick; what it is about stands under a title that is a scene. */
export function ItemLine(props: { id: string; line: AssignmentLine; chosen: boolean; onToggle: () => void }) {
  const { id, line, chosen, onToggle } = props
  return (
    <OptionRow
      id={id}
      mark={line.kind}
      text={line.title}
      was={line.about}
      state={chosen ? 'picked' : 'open'}
      multiple
      onPress={onToggle}
    />
  )
}
