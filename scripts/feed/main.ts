import { runFeed } from './run'

void runFeed(process.argv.slice(2), process.cwd(), line => console.log(line)).then(code => {
  process.exitCode = code
})
