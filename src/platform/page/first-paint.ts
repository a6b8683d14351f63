/** Takes away what index.html painted before the app was there (scripts/first-paint.ts); WeChat has nothing of the kind. */
export declare function endFirstPaint(): void
