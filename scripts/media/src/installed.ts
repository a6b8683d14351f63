import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// Imported before main.ts, whose own imports would end in a stack of the module loader.
if (!existsSync(fileURLToPath(new URL('../node_modules', import.meta.url)))) {
  console.error('音视频生产线的依赖还没有装；先运行 npm --prefix scripts/media ci')
  process.exit(2)
}
