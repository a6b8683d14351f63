/** Says that a page could not be fetched, or that there is none at an address. `missing-page.weapp.tsx` and `missing-page.h5.tsx`. */
export declare function MissingPage(): JSX.Element | null
