/** WeChat takes a yes only from its own button with this id. */
export const AGREE_BUTTON = 'privacy-agree'
