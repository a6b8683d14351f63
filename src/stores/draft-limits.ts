/** Days that a draft waits for whoever began it. */
export const DRAFT_DAYS = 30
/** Drafts of a kind; of more those that were written last stay. */
export const DRAFTS = 10
