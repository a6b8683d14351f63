/** UTF-8 bytes of a text. WeChat's logic layer has no TextEncoder; encodeURIComponent is ECMAScript itself. */
export function utf8Bytes(text: string): number[] {
  const encoded = encodeURIComponent(text)
  const bytes: number[] = []
  for (let i = 0; i < encoded.length; i++) {
    if (encoded[i] === '%') {
      bytes.push(parseInt(encoded.slice(i + 1, i + 3), 16))
      i += 2
    } else bytes.push(encoded.charCodeAt(i))
  }
  return bytes
}

/** The text of UTF-8 bytes, or undefined when they are not UTF-8. */
export function utf8Text(bytes: readonly number[]): string | undefined {
  try {
    return decodeURIComponent(bytes.map(b => `%${b.toString(16).padStart(2, '0')}`).join(''))
  } catch {
    return undefined
  }
}
