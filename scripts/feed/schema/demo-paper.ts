import { z } from 'zod'
import { questionId } from './fields'

/** `content/demo-paper.yml` */
export const demoPaperSchema = z.strictObject({ questions: z.array(questionId) })
export type DemoPaperSource = z.infer<typeof demoPaperSchema>
