import { View } from '@tarojs/components'
import { useState } from 'react'
import type { LedgerEvent } from '@domain/catalog/ledger'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Sheet } from '@/components/sheet'
import { decadesOf, yearsOf } from './list'

interface Props {
  events: LedgerEvent[]
  /** The year from which the thread is seen now; undefined for its beginning. */
  year?: number
  onYear: (year: number | undefined) => void
  onClose: () => void
}

/** A decade, then one of its years: no list is longer than a screen, nothing has to be typed. */
export function YearSheet({ events, year, onYear, onClose }: Props) {
  const [decade, setDecade] = useState<number>()
  return (
    <Sheet open title={decade === undefined ? '看哪个年代' : '看哪一年'} onClose={onClose}>
      {decade === undefined ? (
        <View>
          <Choice
            id="decade"
            label="年代"
            value={year === undefined ? -1 : Math.floor(year / 10) * 10}
            options={decadesOf(events).map(value => ({ value, text: `${value}年代` }))}
            onChange={setDecade}
          />
          {year !== undefined && (
            <Button id="from-start" onPress={() => onYear(undefined)}>
              从头看
            </Button>
          )}
        </View>
      ) : (
        <View>
          <Choice
            id="year"
            label="年份"
            value={year ?? -1}
            options={yearsOf(events, decade).map(value => ({ value, text: `${value}年` }))}
            onChange={onYear}
          />
          <Button id="other-decade" look="plain" onPress={() => setDecade(undefined)}>
            换个年代
          </Button>
        </View>
      )}
    </Sheet>
  )
}
