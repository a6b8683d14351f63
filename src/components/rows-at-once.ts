/**
 * Rows of a list at once: on the web 20, as many as a long list has on the page.
 * @param few rows on WeChat, where every node travels through setData and a tap sends 4 kB at most
 */
export const rowsAtOnce = (few: number): number => (process.env.TARO_ENV === 'weapp' ? few : 20)
