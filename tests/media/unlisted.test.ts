import { unlisted } from '../../scripts/media/src/unlisted'

const index = new Map([
  ['e-0001', { file: 'e-0001.m4a', bundled: true }],
  ['e-0002', { file: 'e-0002.mp4', bundled: true }],
])
const files = ['e-0001.json', 'e-0001.m4a', 'e-0002.json', 'e-0002.mp4', 'e-0002.vtt', 'index.yml']
const scripts = ['e-0001', 'e-0002']

test('where everything is listed, nothing is told', () => {
  expect(unlisted(scripts, files, index)).toEqual([])
  // A person's recording is named by another rule.
  expect(unlisted(scripts, [...files, 'e-0009.human.王小明.m4a'], index)).toEqual([])
})

test('a script without an entry, an entry without a script and files without an entry are told by name, with what to do', () => {
  expect(unlisted([...scripts, 'e-0003'], files, index)).toEqual([expect.stringMatching(/^e-0003: 有文稿.*应当/)])
  expect(unlisted(['e-0001'], files, index)).toEqual([expect.stringMatching(/^e-0002: .*没有它的文稿.*应当/)])
  for (const name of ['e-0009.json', 'e-0009.m4a', 'e-0009.vtt', 'e-0002.m4a'])
    expect(unlisted(scripts, [...files, name], index)).toEqual([expect.stringContaining(name)])
})
