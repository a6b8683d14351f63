/** Numbers that the app and the service must agree on, each with where it comes from. */

/** 线下学习 may be written down so many days back: a month and the two weeks in which it is filed. Our own choice. */
export const OFFLINE_DAYS_BACK = 45
/** Weeks that a secretary and a district look back over: a quarter of a year. */
export const WEEKS_BACK = 13
/** No number is told of fewer people than these but to their own secretary: it would be about somebody. Our own choice. */
export const SMALLEST_TOLD = 5
/** Organisations are sent to the phone and shown in pages of so many. */
export const PAGE_OF_ORGS = 50
/** Lines of the audit log that one person may cause in 24 hours. A branch of 200 written down five times. Our own choice. */
export const AUDITED_A_DAY = 1_000
/** Rows of one branch's roster, those who have left among them. */
export const ROSTER_OF_BRANCH = 2_000
/** A login lasts so many days after it was last used, and whoever ended it can be told for as long. */
export const LOGIN_DAYS = 60
/** Logins of one member that last at the same time: of more the one used longest ago ends. */
export const LOGINS = 10
