/// <reference types="@tarojs/taro" />

/** Base address of media that is not bundled; empty when there is none. Set at build time. */
declare const MEDIA_BASE_URL: string
/** Address of the participation service without a slash at the end; empty on the web means the page's own origin. Set at build time. */
declare const SERVICE_URL: string
/** Where `errata.json` lies; empty: beside the feed on the web, on the media host on WeChat. Set at build time. */
declare const ERRATA_URL: string
/** Sub-package number of each bundled sound, by file name. Set at build time. */
declare const MEDIA_PACKAGE_OF: Record<string, number>
/** Loads each sub-package of sounds, on WeChat; written by config/file-packages.ts, because WeChat reads their paths without running the code. */
declare const MEDIA_DOWNLOADERS: (() => Promise<unknown>)[]
/** WeChat’s speech plugin is in this build (SPEECH_PLUGIN=1). */
declare const SPEECH_PLUGIN: boolean
/** The version in package.json. */
declare const APP_VERSION: string

/** Made by `npm run feed`; a fresh checkout has it only after that. */
declare module '*/dist/feed/catalog.json' {
  const packed: unknown
  export default packed
}

declare module '*.scss'
declare module '*/props' {
  export const components: Record<string, Record<string, string>>
}

/** WeChat's own `require`: of a file beside the script, or for sub-packages (Taro emits it verbatim). */
declare const __non_webpack_require__: { (path: string): unknown; async(path: string): Promise<unknown> }

declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV: 'weapp' | 'h5'
  }
}

/** The small build: half the bytes of the fast one, and a signature is looked at once an issue. */
declare module 'tweetnacl/nacl.min.js' {
  import nacl from 'tweetnacl'
  export default nacl
}
