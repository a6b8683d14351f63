/** The built app with a service worker that keeps a part of its files: fetching all of them takes longer than most tests. */
import fs from 'node:fs'
import path from 'node:path'

const REST = /keepRest\(self, (\[.*\])\);\n$/

/**
 * A root for `serveApp`, to be removed afterwards. Its files are those of `dist/h5` under a second name.
 * @param kept what the worker fetches on its own beside what its install waits for; a page that needs more does not open
 * without a network
 */
export function partKept(kept: RegExp): string {
  const root = path.resolve('.cache/tests', `part-kept-${process.pid}`)
  for (const name of fs.readdirSync('dist/h5', { recursive: true, encoding: 'utf8' })) {
    const [from, to] = [path.join('dist/h5', name), path.join(root, 'dist/h5', name)]
    if (fs.statSync(from).isDirectory() || name === 'sw.js') continue
    fs.mkdirSync(path.dirname(to), { recursive: true })
    fs.linkSync(from, to)
  }
  const worker = fs.readFileSync('dist/h5/sw.js', 'utf8')
  const all = JSON.parse(REST.exec(worker)![1]!) as { url: string }[]
  const rest = all.filter(({ url }) => kept.test(url))
  if (rest.length === 0) throw new Error(`the service worker has nothing like ${kept}`)
  fs.writeFileSync(path.join(root, 'dist/h5/sw.js'), worker.replace(REST, `keepRest(self, ${JSON.stringify(rest)});\n`))
  return root
}
