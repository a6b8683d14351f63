/** Other tabs of the same browser. WeChat has one window, so `tabs.weapp.ts` does nothing. */

/** Tells the other tabs that the stored records have changed. */
export declare function tellOtherTabs(): void
/** Calls back when another tab has changed the stored records. */
export declare function onOtherTab(changed: () => void): void
