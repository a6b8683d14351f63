/** While it is there, Back (the phone's, the browser's, a swipe) calls `onBack` and stays on the page. `back-closes.weapp.tsx` and `back-closes.h5.tsx`. */
export declare function BackCloses(props: { onBack: () => void }): JSX.Element | null
