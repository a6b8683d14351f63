/** WeChat's question before the first use of what it holds to be private. `privacy.weapp.ts` and `privacy.h5.ts`. */

export interface PrivacyQuestion {
  /** Name of the function of WeChat's that waits for the answer. */
  api: string
  /** The question is in sight. */
  shown(): void
  /** @param agreed by a press on the button with the id `AGREE_BUTTON` */
  answer(agreed: boolean): void
}

/** Calls back each time that WeChat wants the member asked; the web has no such question. */
export declare function onPrivacyQuestion(ask: (question: PrivacyQuestion) => void): void
/** Shows the guide that the operator has filed with WeChat. */
export declare function openPrivacyGuide(): void
