/** What the app asks of a phone, where nothing but jsdom is there. */
export const systemTheme = () => 'light'
export const systemTextScale = () => 1
export const onSystemTheme = () => undefined
export const monotonicNow = () => performance.now()
export const randomBytes = async (length: number) => new Uint8Array(length)
