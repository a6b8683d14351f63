/** `index.weapp.tsx` and `index.h5.tsx`: WeChat's privacy question over the page in sight. */
export declare function PrivacyAsk(): JSX.Element | null
