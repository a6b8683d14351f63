/** Numbers that the app and the service must agree on, each with where it comes from. */

/** 线下学习 may be written down so many days back: a month and the two weeks in which it is filed. Our own choice. */
export const OFFLINE_DAYS_BACK = 45
/**
 * The error code (409) of offline study of a day that has some for the same member already; sent with `again`, it is written down all
 * the same. The message asks.
 */
export const RECORDED_ALREADY = 'recorded_already'
/** More names than these make no sentence. */
export const NAMES_SAID = 5
/** A meeting or an activity may be written down so many days back and ahead. */
export const DAYS_AROUND = 366
/** A 转出 may be taken back as a mistake so many days after: as long as what is filed about them can still be written down. Our own choice. */
export const TAKE_BACK_DAYS = OFFLINE_DAYS_BACK
/** Weeks that a secretary and a district look back over: a quarter of a year. */
export const WEEKS_BACK = 13
/** No number is told of fewer people than these but to their own secretary: it would be about somebody. Our own choice. */
export const SMALLEST_TOLD = 5
/** Organisations are sent to the phone and shown in pages of so many. */
export const PAGE_OF_ORGS = 50
/** Branches that one thing is sent to at once: more than a district has. */
export const BRANCHES_AT_ONCE = 5_000
/** Lines of the audit log that one person may cause in 24 hours. A branch of 200 written down five times. Our own choice. */
export const AUDITED_A_DAY = 1_000
/** Rows of one branch's roster, those who have left among them. */
export const ROSTER_OF_BRANCH = 2_000
/** A login lasts so many days after it was last used, and whoever ended it can be told for as long. */
export const LOGIN_DAYS = 60
/** Logins of one member that last at the same time: of more the one used longest ago ends. */
export const LOGINS = 10
