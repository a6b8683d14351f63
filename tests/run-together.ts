import { spawn } from 'node:child_process'
import { PLANS, entriesOf } from './together'

// `tsx tests/run-together.ts server|weapp files…`: the files through Node's own runner, several of them in one process.
const [name = '', ...files] = process.argv.slice(2)
const plan = PLANS[name]
if (!plan || files.length === 0) throw new Error(`tsx tests/run-together.ts ${Object.keys(PLANS).join('|')} files…`)
const runner = [...(plan.flags ?? []), '--import', 'tsx', '--test', `--test-concurrency=${plan.processes}`]
const child = spawn(process.execPath, [...runner, ...entriesOf(name, plan, files)], { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
child.once('exit', code => process.exit(code ?? 1))
