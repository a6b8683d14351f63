import { openCards } from '@domain/review/due'
import { studyDays } from '@domain/progress/study-day'
import { type Archive, summaryOf } from '@/storage/archive'

/** What a parcel or file holds, line by line, so that a member knows it for their own. */
export async function whatComes(archive: Archive): Promise<{ title: string; meta: string }[]> {
  const { progress, notebook, notes, slips } = await summaryOf(archive)
  const finished = Object.values(progress.items).filter(it => it.finishedAt !== undefined).length
  const lines: [string, number, string][] = [
    ['学习日', studyDays(progress.days).length, '天'],
    ['学完', finished, '篇、集'],
    ['错题本里', openCards(notebook).length, '题'],
    ['笔记', notes, '条'],
    ['收到的学习单', slips, '张'],
  ]
  return lines
    .filter(([title, n]) => n > 0 || title === '学习日')
    .map(([title, n, unit]) => ({ title, meta: `${n} ${unit}` }))
}
