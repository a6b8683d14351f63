/** `feedback-row.weapp.tsx` and `feedback-row.h5.tsx`. @param onKeep where nothing carries it, it is kept on the phone */
export declare function FeedbackRow(props: { onKeep: () => void }): JSX.Element
