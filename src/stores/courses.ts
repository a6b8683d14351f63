import { create } from 'zustand'
import { now } from '@/platform/phone/clock'
import { joinErasure } from '@/storage/erasure'
import { memberKeyValue } from '@/storage/records'

const KEY = 'courses'

/** When each course was begun, milliseconds, by its id. */
type Begun = Record<string, number>

interface CoursesStore {
  /** Undefined until read. */
  begun?: Begun
  load(): Promise<void>
  begin(id: string): Promise<void>
  /** 首页 names it no more; what was studied stays studied. */
  leave(id: string): Promise<void>
}

/** Which courses the member has begun; how far they are is read off their records (domain/progress/study-course). */
export const useCourses = create<CoursesStore>(set => {
  const change = async (to: (begun: Begun) => Begun) => {
    let begun: Begun = {}
    await (
      await memberKeyValue()
    ).update([KEY], values => {
      begun = to((values.get(KEY) as Begun | undefined) ?? {})
      return new Map([[KEY, begun]])
    })
    // What a page shows is there after the app was closed.
    set({ begun })
  }
  return {
    load: async () => {
      const stored = (await (await memberKeyValue()).read([KEY])).get(KEY)
      set({ begun: (stored as Begun | undefined) ?? {} })
    },
    begin: id => change(begun => ({ ...begun, [id]: now() })),
    leave: id =>
      change(begun => {
        const { [id]: _left, ...rest } = begun
        return rest
      }),
  }
})
joinErasure(useCourses, { reread: () => useCourses.getState().load() })
