/** No vowels to spell with, no letters that look like digits: 32 signs of five bits. */
export const CODE_SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A code that a person can read out, a sign for each byte: five random bits each. */
export function codeOf(random: Uint8Array): string {
  return Array.from(random, byte => CODE_SIGNS[byte & 31]).join('')
}

/** What was typed, as the code was made: spaces and dashes dropped, look-alikes taken for what they look like. */
export function readTypedCode(text: string): string {
  return text.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0').replace(/U/g, 'V')
}
