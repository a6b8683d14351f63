/** WeChat's logic layer has no Intl to say where a word ends. */
export const unbroken = (title: string): string => title
