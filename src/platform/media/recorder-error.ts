/** Why there is no recording: the member or the phone said no, there is no microphone or no way to record, or something else. */
export type RecorderTrouble = 'refused' | 'missing' | 'other'

export class RecorderError extends Error {
  override name = 'RecorderError'
  constructor(
    readonly trouble: RecorderTrouble,
    /** What the platform said, for the console. */
    cause?: string,
  ) {
    super(trouble, { cause })
  }
}
