export default definePageConfig({
  enablePageMeta: true,
  enableShareAppMessage: true,
  enableShareTimeline: true,
  // What 朋友圈 shows has WeChat's own bar above it.
  singlePage: { navigationBarFit: 'squeezed' },
})
