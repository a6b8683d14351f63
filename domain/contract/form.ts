/**
 * A form that is sent until it is answered and taken once: offline study, an assignment, a meeting, a roster. An answer lost on the
 * way means a second sending, which the service answers as it did the first.
 */
export interface Form {
  /** UUIDv7 that the phone made when it sent the form first: the same for every try, another for the next form. */
  form: string
}

/** The error code (409) of a form whose id has been taken with something else in it. */
export const TAKEN_OTHERWISE = 'form_taken'
