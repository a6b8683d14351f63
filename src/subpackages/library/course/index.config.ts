// Rows come a screen before their end is seen.
export default definePageConfig({ enablePageMeta: true, onReachBottomDistance: 800 })
