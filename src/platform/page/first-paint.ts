/** Takes away what index.html painted before the app was there (src/first-paint); WeChat has nothing of the kind. */
export declare function endFirstPaint(): void
