import { type Idempotent, KEY_REUSED } from '@domain/contract/idempotency-key'
import { newId } from '@/platform/phone/clock'
import { ApiError } from './client'

/**
 * Sends under one idempotency key until the service has taken it, so that trying again after a lost answer does nothing twice;
 * what is sent afterwards has another. It also has when the service knows the key with something else in it: the person has
 * been told, and another press is meant. Rejects with what `send` rejects with.
 */
export function idempotentSender(): <T>(send: (key: Idempotent) => Promise<T>) => Promise<T> {
  let key: string | undefined
  return async send => {
    key ??= await newId()
    try {
      const answer = await send({ form: key })
      key = undefined
      return answer
    } catch (error) {
      if (error instanceof ApiError && error.code === KEY_REUSED) key = undefined
      throw error
    }
  }
}
