/** What a command cannot do as it was asked; its message is all that the reader is shown. */
export class Refusal extends Error {}

/** Says why a command ended: a refusal in its own words, anything else whole. @returns the exit code */
export function sayWhy(error: unknown): 1 | 2 {
  const refused = error instanceof Refusal
  console.error(refused ? error.message : error)
  return refused ? 2 : 1
}
