/** The error code (409) of a binding that waits for the district: the member holds an office beyond the branch. */
export const ASKED_DISTRICT = 'district'
