/** Numbers of the parcel with which a member's records go from the old phone to the new one. */

/** Bytes of a sealed parcel (design, Participation): years of study come to a quarter of it. */
export const PARCEL_BYTES = 2_000_000
/** It lies at the service so long, seconds. */
export const PARCEL_SECONDS = 600
