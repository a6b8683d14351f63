/**
 * What is sent until it is answered, and done once: offline study, an assignment, a meeting, a roster. An answer lost on the
 * way means a second sending, which the service answers as it did the first.
 */
export interface Idempotent {
  /** The idempotency key, a UUIDv7 that the phone makes: the same for every try, another for the next thing. Called so on the wire. */
  form: string
}

/** The error code (409) of a key that has come before with something else. */
export const KEY_REUSED = 'form_taken'
