import { spawnSync } from 'node:child_process'

// `npm run build:weapp` / `npm run build:h5`: the feed first, then Taro, then what only the web needs.
const platform = process.argv[2]
if (platform !== 'weapp' && platform !== 'h5') {
  console.error('usage: tsx scripts/build.ts weapp|h5')
  process.exit(2)
}
const run = (command: string, args: string[], env: Record<string, string> = {}): void => {
  const result = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  if (result.status !== 0) process.exit(result.status ?? 1)
}
run('npx', ['tsx', 'scripts/feed/main.ts'])
run('npx', ['taro', 'build', '--type', platform], { NODE_ENV: 'production', TARO_ENV: platform })
if (platform === 'h5') {
  run('npx', ['tsx', 'scripts/service-worker.ts'])
  run('npx', ['tsx', 'scripts/compress.ts'])
}
