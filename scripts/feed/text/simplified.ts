import { Converter } from 'opencc-js/t2cn'

/** In simplified characters: stored copies are often in traditional ones, texts never. */
export const simplified: (text: string) => string = Converter({ from: 't', to: 'cn' })
