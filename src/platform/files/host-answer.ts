/** What a media host says of a file. `host-answer.weapp.ts` and `host-answer.h5.ts`. */

export interface HostAnswer {
  /** Of HTTP. */
  status: number
  /** A page in place of the file: the network wants a login first. */
  page: boolean
  /** How long the file is there; undefined where the host does not say. */
  bytes?: number
}

/** @returns undefined when nothing answers, or where it cannot be asked */
export declare function askHost(url: string): Promise<HostAnswer | undefined>
