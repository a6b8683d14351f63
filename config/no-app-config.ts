import type { Compiler } from 'webpack'

interface Loader {
  loader: string
  options?: { config?: unknown }
}

/**
 * Taro writes the whole of app.config.ts into the script of the app. On the web its router reads it there; on WeChat only
 * `app.json` is read, and the copy is 3 kB of the main package.
 */
export class NoAppConfig {
  apply(compiler: Compiler): void {
    compiler.hooks.compilation.tap('NoAppConfig', compilation =>
      compiler.webpack.NormalModule.getCompilationHooks(compilation).loader.tap(
        // After Taro has put its loader there.
        { name: 'NoAppConfig', stage: 100 },
        (_context, { loaders }) => {
          for (const it of loaders as Loader[]) {
            if (it.loader === '@tarojs/taro-loader') it.options = { ...it.options, config: {} }
          }
        },
      ),
    )
  }
}
