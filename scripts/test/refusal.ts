/** What a command cannot do as it was asked; its message is all that the reader is shown. */
export class Refusal extends Error {}
