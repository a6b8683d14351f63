import { useDidHide, useDidShow, useLaunch, usePageNotFound } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { MissingPage } from '@/layout/states/missing-page'
import { setDownloaders } from '@/feed/source'
import { setMediaDownloaders } from '@/feed/media'
import { setVerifier } from '@/feed/verify'
import { startOver } from '@/navigation'
import { pageUnknown } from '@/platform/page/missing-pages'
import { startPlatform } from '@/platform/start'
import { inSinglePage } from '@/platform/phone/single-page'
import { restartClock } from '@/platform/phone/clock'
import { useCatalog } from '@/stores/catalog'
import { lookAtDay, watchDay } from '@/stores/day'
import { useErrata } from '@/stores/errata'
import { openMember } from '@/stores/member'
import { useSession } from '@/stores/session'
import { sendIfWaiting, startSync } from '@/stores/sync'
import { useKept } from '@/stores/kept'
import { useOffline } from '@/stores/offline'
import { usePlayer } from '@/stores/player'
import { useUnfinished } from '@/stores/unfinished'
import './app.scss'

// require.async is relative to the file it ends up in, and only app.js sits where the compiler cannot move it.
if (process.env.TARO_ENV === 'weapp') {
  setDownloaders({
    feed: () => __non_webpack_require__.async('./feed/ready.js'),
    sources: () => __non_webpack_require__.async('./sources/ready.js'),
  })
  setMediaDownloaders(MEDIA_DOWNLOADERS)
  setVerifier(() => __non_webpack_require__.async('./feed/signature.js'))
}

export default function App({ children }: PropsWithChildren) {
  // 朋友圈's single page has no member: nothing is stored there, sent from there, or counted.
  const alone = inSinglePage()
  useLaunch(() => {
    if (alone) return void useCatalog.getState().load()
    startPlatform()
    watchDay()
    openMember()
    startSync()
    void useSession.getState().open()
    void useUnfinished
      .getState()
      .look()
      .catch(() => undefined)
    useErrata.getState().takeKept()
    // What nobody waits for comes when the first lists are there.
    void useCatalog.getState().load().then(useErrata.getState().refresh).then(useOffline.getState().begin)
    void useKept.getState().known()
  })
  useDidShow(() => {
    if (alone) return
    restartClock()
    lookAtDay()
    sendIfWaiting()
  })
  useDidHide(() => {
    if (!alone) usePlayer.getState().save()
  })
  // An old or mistyped address: better the first page than none. Back does not return to it.
  usePageNotFound(() => {
    startOver()
    pageUnknown()
  })
  if (process.env.TARO_ENV === 'weapp') return children
  return (
    <>
      {/* First: Taro hides every page that is not the last of its siblings. */}
      <MissingPage />
      {children}
    </>
  )
}
