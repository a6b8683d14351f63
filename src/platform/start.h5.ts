import '@/styles/web.scss'
import { startBackGuard } from './page/back-guard.h5'
import { keepFocus } from './page/focus-kept.h5'
import { startKeyboard } from './page/keyboard.h5'
import { watchMissingPages } from './page/missing-pages.h5'
import { keepAskedPage, keepShownPage } from './page/shown-page.h5'

/** The service worker makes a second visit work without a network; the keyboard presses what is not a native button. */
export function startPlatform(): void {
  startKeyboard()
  startBackGuard()
  watchMissingPages()
  keepShownPage()
  keepAskedPage()
  keepFocus()
  if ('serviceWorker' in navigator && process.env.NODE_ENV === 'production') {
    navigator.serviceWorker
      .register('./sw.js')
      .catch((error: Error) => console.warn('离线缓存没有装上：', error.message))
  }
}
