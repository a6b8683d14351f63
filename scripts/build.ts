import { buildApp } from './build/app'
import { StepFailed } from './build/child'
import { stopSignal } from '../server/src/stop'

// `npm run build:weapp` / `npm run build:h5`: the feed first, then Taro, then what only the web needs; what is current stays.
async function main(): Promise<void> {
  const platform = process.argv[2]
  if (platform !== 'weapp' && platform !== 'h5') {
    console.error('usage: tsx scripts/build.ts weapp|h5')
    process.exit(2)
  }
  const progress = { doing: (words: string) => console.log(`${words} …`), done: (words: string) => console.log(words) }
  const stop = stopSignal()
  try {
    await buildApp({ root: process.cwd(), platform, settings: process.env, progress, stop })
  } catch (error) {
    if (stop.aborted) process.exit(130)
    if (error instanceof StepFailed) console.error(error.output)
    console.error((error as Error).message)
    process.exit(1)
  }
}

void main()
