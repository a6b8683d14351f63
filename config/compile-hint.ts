import type Chain from 'webpack-chain'

/** Read by V8 (Chrome 136) at the top of a script, a comment to all others. */
const HINT = '//# allFunctionsCalledOnLoad'

/** Scripts that run as soon as they are there, whatever page is opened. */
const WANTED = /^js\/(app|shared)\.[^/]+\.js$/

/**
 * Has the browser compile these scripts whole, beside the page. Left alone it looks over each function and compiles it when it
 * is first called, which is on the page's own thread, while the app begins (docs/decisions/0145-compiled-beside-the-page.md).
 */
export function compileBeside(chain: Chain, { BannerPlugin, Compilation }: typeof import('webpack')): void {
  const banner = {
    banner: HINT,
    raw: true,
    test: WANTED,
    // The minifier drops comments; the names of files are hashes of what they hold in the end.
    stage: Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE + 1,
  }
  chain.plugin('compileBeside').use(BannerPlugin, [banner])
}
