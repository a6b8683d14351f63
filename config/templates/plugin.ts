import path from 'node:path'
import { requireWithEsbuild } from '@tarojs/helper'
import type * as Lean from './lean'

/** Taro reads this file's TypeScript alone. */
const { leanAttributes, wordsOfSources, withoutSpace } = requireWithEsbuild(
  path.join(__dirname, 'lean.ts'),
) as typeof Lean

interface Template {
  nestElements: Map<string, number>
  buildAttribute(attributes: Lean.Attributes, nodeName: string): string
  buildTemplate(config: unknown): string
}
interface PluginContext {
  registerMethod(method: { name: string; fn(platform: { template?: Template }): void }): void
}

/**
 * Nodes of one kind inside each other at most. Taro writes a template of its own for each of fifteen floors; a sheet opens
 * over no sheet, and words stand in words a few times. The harness refuses what would have none (tests/weapp/harness/tree.ts).
 */
const WITHIN_ITSELF = { 'catch-view': 2, text: 4, 'static-text': 4 }

/** Taro plugin: leaves out of `base.wxml` what this app asks of no component. It was an eighth of the main package. */
export default (ctx: PluginContext) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn({ template }) {
      if (!template) return
      const words = wordsOfSources(path.resolve(__dirname, '../../src'))
      for (const [kind, most] of Object.entries(WITHIN_ITSELF)) template.nestElements.set(kind, most)
      const attribute = template.buildAttribute.bind(template)
      template.buildAttribute = (attributes, nodeName) => attribute(leanAttributes(attributes, words), nodeName)
      const build = template.buildTemplate.bind(template)
      template.buildTemplate = config => withoutSpace(build(config))
    },
  })
}
