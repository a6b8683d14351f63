import fs from 'node:fs'
import path from 'node:path'

const all = (folder: string): string[] =>
  fs.readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const name = path.join(folder, entry.name)
    return entry.isDirectory() ? all(name) : /\.tsx?$/.test(name) ? [name] : []
  })
const read = (name: string) => fs.readFileSync(name, 'utf8')
/** What a file takes from elsewhere and is there when it runs, as addresses from the root without their ending. */
const needs = (name: string) =>
  [...read(name).matchAll(/^(?:import|export) (?!type\b)([^'"]*?) from '([^']+)'/gm)]
    .filter(([, names]) => !/^\{\s*(type \w+,?\s*)+\}$/.test(names!))
    .map(([, , from]) =>
      from!.startsWith('.') ? path.join(path.dirname(name), from!) : from!.replace('@domain', 'domain'),
    )

test('the schema library is in no file that the app needs: of schemas it imports the types', () => {
  const withSchemas = new Set(
    all('domain')
      .filter(name => needs(name).includes('zod'))
      .map(name => name.replace(/\.ts$/, '')),
  )
  expect([...withSchemas]).toContain('domain/contract/branch-report')
  // What stands on such a file has the library too.
  for (let before = -1; before < withSchemas.size;) {
    before = withSchemas.size
    for (const name of all('domain')) {
      if (needs(name).some(it => withSchemas.has(it))) withSchemas.add(name.replace(/\.ts$/, ''))
    }
  }
  const faults = all('src').flatMap(name =>
    needs(name)
      .filter(it => withSchemas.has(it))
      .map(it => `${name}: ${it}`),
  )
  expect(faults).toEqual([])
})
