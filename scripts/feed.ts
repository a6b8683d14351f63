import { inWords } from '../domain/text/failure'
import { stampFeed } from './build/feed'
import { runFeed } from './feed/run'

// `npm run feed`: the compiler (scripts/feed). Without options what it makes is what a build would make, so it is stamped as
// that, and `npm start` need not compile again.
const root = process.cwd()
const args = process.argv.slice(2)
const print = (line: string) => console.log(line)

const compile = () => runFeed(args, root, print)
const waiting = (pid: number) => print(`另一个进程（${pid}）正在编译内容，等它做完`)

const done = args.length > 0 ? compile() : stampFeed(root, waiting, compile)
done.then(
  code => (process.exitCode = code),
  (error: Error) => {
    print(inWords(error, root))
    process.exitCode = 2
  },
)
