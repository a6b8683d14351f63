/** Shorter than this the voice has no room for a sentence melody, so the sentence joins its neighbour. */
const SHORTEST = 8
/** Longer than this it would pass the model's 510 letters; such a sentence is divided at its pauses. */
const LONGEST = 70

function length(text: string): number {
  return text.replace(/[^\p{Script=Han}\d]/gu, '').length
}

function divide(sentence: string): string[] {
  if (length(sentence) <= LONGEST) return [sentence]
  const out: string[] = []
  let current = ''
  for (const clause of sentence.match(/[^，；：]+[，；：]?[”’」』》）]*|[，；：]/g) ?? [sentence]) {
    if (current && length(current + clause) > LONGEST) {
      out.push(current)
      current = ''
    }
    current += clause
  }
  if (current) out.push(current)
  return out
}

/**
 * Divides a paragraph at 。！？… (closing quotes stay with their sentence). Nothing is lost: the parts joined are the paragraph.
 * Very short sentences join the next one; sentences of more than 70 characters are divided at commas.
 */
export function sentencesOf(paragraph: string): string[] {
  const parts =
    paragraph.match(/[^。！？!?…]*[。！？!?…]+[”’」』》）"']*|[^。！？!?…]+$/g) ?? (paragraph ? [paragraph] : [])
  const out: string[] = []
  for (const part of parts) {
    const last = out.at(-1)
    if (last !== undefined && length(last) < SHORTEST && length(last + part) <= LONGEST)
      out[out.length - 1] = last + part
    else out.push(part)
  }
  const tail = out.at(-1)
  const before = out.at(-2)
  if (tail !== undefined && before !== undefined && length(tail) < SHORTEST && length(before + tail) <= LONGEST)
    out.splice(-2, 2, before + tail)
  return out.flatMap(divide)
}
