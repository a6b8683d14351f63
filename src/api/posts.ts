import type { MemberPost, PostChange } from '@domain/contract/posts'
import type { Ask } from './client'

/** 支委 and 党小组 of one branch, for its secretary. Every call rejects with ApiError. */
export function postApi(ask: Ask, branch: string) {
  const at = `/v1/branches/${encodeURIComponent(branch)}/posts`
  return {
    read: async () => (await ask<{ people: MemberPost[] }>('GET', at)).people,
    change: (changes: PostChange[]) => ask<null>('PUT', at, { body: { changes } }),
  }
}
