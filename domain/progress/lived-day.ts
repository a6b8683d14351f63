import type { MemberEvent } from './events'
import type { MemberItem } from './summaries'
import { fold } from './fold'
import { emptyProgress } from './state'

/** The latest day's acts alone: what was finished long ago can be studied to the end anew on another day. */
export class LivedDay {
  private day = ''
  private progress = emptyProgress()

  /** Takes acts in; those of an earlier day are left out, one of a later day begins anew. */
  add(events: readonly MemberEvent[]): void {
    for (const event of events) {
      if (event.day > this.day) {
        this.day = event.day
        this.progress = emptyProgress()
      }
      if (event.day === this.day) this.progress = fold(this.progress, event)
    }
  }

  /** What was done with the item on that day. */
  item(id: string): MemberItem | undefined {
    return this.progress.items[id]
  }
}
