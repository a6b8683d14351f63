import fs from 'node:fs'
import path from 'node:path'
import { filesOf } from '../../../scripts/build/inputs'
import { temporaryRoot } from './temporary-root'

it('a link that leads back to a folder above it, or to itself or nowhere, brings no file twice and no end is waited for', () => {
  const at = temporaryRoot()
  at.write('content/articles/one.md')
  at.write('elsewhere/two.md')
  const link = (to: string, name: string) => fs.symlinkSync(to, path.join(at.root, 'content/articles', name))
  link('.', 'here')
  link('..', 'above')
  link('self', 'self')
  link('nowhere', 'dangling')
  link('../../elsewhere', 'beside')
  expect(filesOf(at.root, ['content'])).toEqual(['content/articles/beside/two.md', 'content/articles/one.md'])
  fs.rmSync(at.root, { recursive: true })
})
