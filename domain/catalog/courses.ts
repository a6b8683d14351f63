/** One step of a course: something to read, hear or watch, or the questions that rest on an article. */
export type CourseItem = string | { quiz: string }

/** A way through what is there, in four weeks: an editor's choice and order. */
export interface StudyCourse {
  id: string
  title: string
  note: string
  weeks: { title: string; items: CourseItem[] }[]
}

/** `courses.json` */
export interface CoursesFile {
  courses: StudyCourse[]
}
