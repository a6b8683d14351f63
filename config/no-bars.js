/* What Taro calls where it would draw its own navigation bar and tab bar, or make a page that is pulled down (share-chunks.ts). */
const nothing = () => undefined

export { nothing as initNavigationBar, nothing as initTabbar, nothing as defineCustomElement }
