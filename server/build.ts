import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { COMPILER } from './compiler'

// `npm run build:service`: the service as plain JavaScript in dist/service, for a machine that has only its own packages.
const OUT = 'dist/service'

fs.rmSync(OUT, { recursive: true, force: true })
const { status } = spawnSync(process.execPath, [COMPILER, '-p', 'server/tsconfig.build.json'], { stdio: 'inherit' })
if (status !== 0) process.exit(status ?? 1)
fs.cpSync('server/migrations', `${OUT}/server/migrations`, { recursive: true })
console.log(`参与服务已编译到 ${OUT}：node ${OUT}/server/src/main.js`)
