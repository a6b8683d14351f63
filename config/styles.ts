import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { requireWithEsbuild } from '@tarojs/helper'
import type * as Tokens from '../src/styles/tokens'

const TOKENS = path.resolve(__dirname, '../src/styles/tokens.ts')

/** The design tokens as they stand; Taro reads this folder's TypeScript alone, so the file is read by its own reader. */
export const tokens = (): typeof Tokens => requireWithEsbuild(TOKENS)

/**
 * Lets a stylesheet `@use 'tokens'`. The answer goes by the address of tokens.ts, so that a change there is seen
 * by whoever watches or keeps what was built.
 */
export const sassLoaderOption = {
  api: 'modern',
  sassOptions: {
    // Taro's own is for the older interface, and only finds `.wxss` files.
    importer: null,
    importers: [
      {
        canonicalize: (url: string) => (url === 'tokens' ? pathToFileURL(TOKENS) : null),
        load: () => ({ contents: tokens().stylesheet(), syntax: 'css' }),
      },
    ],
  },
}
