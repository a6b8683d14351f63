import { create } from 'zustand'
import { joinErasure } from '@/storage/erasure'
import type { ErrorReport } from '@domain/review/error-reports'
import { today } from '@/platform/phone/clock'
import { useCatalog } from './catalog'
import { memberKeyValue } from '@/storage/records'

const KEY = 'reports'
/** Older ones make room; a text of a hundred still fits a message. */
const KEPT = 100

export type ReportSubject = Pick<ErrorReport, 'about' | 'words' | 'hash'>

interface ReportStore {
  /** What the sheet is open for (frame/report-sheet). */
  subject?: ReportSubject
  /** Oldest first. */
  reports: ErrorReport[]
  /** Opens the sheet; the page has to carry <ReportSheet>. */
  openReport(subject: ReportSubject): void
  closeReport(): void
  load(): Promise<void>
  /** Keeps the report on this phone. Rejects when it could not be written. */
  send(note: string): Promise<void>
}

/** Errors that the member has reported: kept here until they copy them out for the editors. */
export const useReports = create<ReportStore>((set, get) => ({
  reports: [],
  openReport: subject => set({ subject }),
  closeReport: () => set({ subject: undefined }),
  load: async () => {
    const stored = (await (await memberKeyValue()).read([KEY])).get(KEY)
    set({ reports: Array.isArray(stored) ? (stored as ErrorReport[]) : [] })
  },
  send: async note => {
    const { subject } = get()
    if (!subject) return
    const feed = useCatalog.getState().catalog?.version ?? ''
    const report: ErrorReport = { ...subject, note: note.trim(), day: today(), feed }
    await (
      await memberKeyValue()
    ).update([KEY], values => {
      const reports = [...((values.get(KEY) as ErrorReport[] | undefined) ?? []), report].slice(-KEPT)
      set({ reports })
      return new Map([[KEY, reports]])
    })
  },
}))
joinErasure(useReports, { reread: () => useReports.getState().load() })
