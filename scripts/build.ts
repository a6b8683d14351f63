import { buildApp } from './build/app'
import { failureWords } from './build/failure'
import { buildFeed } from './build/feed'
import { stopSignal } from '../server/src/stop'

// `npm run build:weapp` / `npm run build:h5`: the feed first, then Taro, then what only the web needs; what is current stays.
// `feed` builds the feed alone.
async function main(): Promise<void> {
  const product = process.argv[2]
  if (product !== 'weapp' && product !== 'h5' && product !== 'feed') {
    console.error('usage: tsx scripts/build.ts weapp|h5|feed')
    process.exit(2)
  }
  const root = process.cwd()
  const progress = { doing: (words: string) => console.log(`${words} …`), done: (words: string) => console.log(words) }
  const stop = stopSignal()
  try {
    if (product === 'feed') await buildFeed(root, progress, stop)
    else await buildApp({ root, platform: product, settings: process.env, progress, stop })
  } catch (error) {
    if (stop.aborted) process.exit(130)
    console.error(failureWords(error as Error, root))
    process.exit(1)
  }
}

void main()
