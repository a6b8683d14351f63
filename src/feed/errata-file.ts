/** `errata.json` on its host. `errata-file.weapp.ts` and `errata-file.h5.ts`. */

/**
 * The file's text; undefined where this build knows no host, or the host has no such file.
 * @throws when the host cannot be reached
 */
export declare function fetchErrata(): Promise<string | undefined>
