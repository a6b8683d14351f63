import { useState, type ReactNode } from 'react'
import { Button } from '@/components/button'
import { Section } from '@/components/section'

interface Props {
  id: string
  title: string
  children: (table: boolean) => ReactNode
}

/** A picture and, on request, the same as a table: each by itself, so that a tap changes one and not the whole page. */
export function Pictured({ id, title, children }: Props) {
  const [table, setTable] = useState(false)
  const toggle = (
    <Button
      id={`${id}-table`}
      look="plain"
      onPress={() => setTable(!table)}
      label={`${title}，${table ? '看图' : '看表格'}`}
    >
      {table ? '看图' : '看表格'}
    </Button>
  )
  return (
    <Section title={title} aside={toggle}>
      {children(table)}
    </Section>
  )
}
