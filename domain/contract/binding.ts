/** The error code (409) of a binding that waits for the district: the member holds an office beyond the branch. */
export const ASKED_DISTRICT = 'district'

/**
 * What tells one waiting request from another of the same name and digits: the end of its id. The phone shows it, and whoever
 * approves asks for it, since somebody else may be asking in the person's name.
 */
export const requestCode = (id: string): string => id.slice(-6)

/** The error code (403) of what asks for a login of the last ten minutes, or for WeChat's word again. */
export const PROVE = 'prove'
