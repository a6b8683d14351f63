import type { MediaEntry } from './media-index.ts'

/**
 * Why a file may not lie in content/media: what is in git is heard by everybody for years, and the fallback's voice is only
 * for those who make their own files without a model.
 */
export function bundledVoiceProblem({
  bundled,
  label,
  voice,
}: Pick<MediaEntry, 'bundled' | 'label' | 'voice'>): string | undefined {
  if (!bundled || (label !== '机器朗读' && !voice.startsWith('espeak'))) return undefined
  return `是机器朗读（${voice}），不进 content/media；应当先 npm run media:model 取来语音模型，再用 --force 重做这一集`
}
