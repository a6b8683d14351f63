import { View } from '@tarojs/components'
import { useState } from 'react'
import type { AttendanceRow } from '@domain/contract/meetings'
import { Choice } from '@/components/choice'
import { Row } from '@/components/row'

interface Props {
  id: string
  label: string
  rows: readonly AttendanceRow[]
  /** Id of the member. */
  value?: string
  onChange: (member: string | undefined) => void
}

const NOBODY = ''

/** One of those on the list of the meeting, who was there first; the names come when they are asked for. */
export function Who({ id, label, rows, value, onChange }: Props) {
  const [open, setOpen] = useState(false)
  const name = rows.find(row => row.member === value)?.name
  const people = [...rows.filter(row => row.present), ...rows.filter(row => !row.present)]
  return (
    <>
      <Row id={id} title={label} meta={name ?? '还没写'} onPress={() => setOpen(!open)} />
      <View>
        {open && (
          <Choice
            id={`${id}-name`}
            label={label}
            value={value ?? NOBODY}
            options={[{ value: NOBODY, text: '不写' }, ...people.map(it => ({ value: it.member, text: it.name }))]}
            onChange={member => {
              onChange(member === NOBODY ? undefined : member)
              setOpen(false)
            }}
          />
        )}
      </View>
    </>
  )
}
