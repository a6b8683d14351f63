import type { CoursesFile } from '../../../domain/catalog/courses'
import type { LedgerIndex } from '../corpus/ledger-index'
import type { Corpus } from '../corpus/corpus'

/** `courses.json`, in the editor's order; in a draft without what is not there. */
export function compileCourses({ courses }: Corpus, index: LedgerIndex): CoursesFile {
  const there = (id: string) => index.articles.has(id) || index.episodes.has(id)
  return {
    courses: courses.map(({ value: { id, title, note, weeks } }) => ({
      id,
      title,
      note,
      weeks: weeks.map(week => ({
        title: week.title,
        items: week.items.filter(item => there(typeof item === 'string' ? item : item.quiz)),
      })),
    })),
  }
}
