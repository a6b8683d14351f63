import path from 'node:path'
import { components } from './props'

interface WeappPlatform {
  template?: { mergeComponents(ctx: unknown, added: typeof components): void }
  runtimePath: string | string[]
}
interface PluginContext {
  registerMethod(method: { name: string; fn(platform: WeappPlatform): void }): void
}

/** Taro plugin: lets `aria-*` through to WXML, in the templates and in the runtime alike. */
export default (ctx: PluginContext) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return
      platform.runtimePath = [platform.runtimePath, path.resolve(__dirname, 'runtime.js')].flat()
      platform.template.mergeComponents(ctx, components)
    },
  })
}
