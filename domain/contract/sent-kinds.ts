/** What an organisation sends to branches under it, and what it is called. */
export const SENT_KINDS = { task: '任务', theme: '主题' } as const
export type SentKind = keyof typeof SENT_KINDS
