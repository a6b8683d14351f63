import { StepFailed } from '../../../scripts/build/child'
import { failureWords } from '../../../scripts/build/failure'

const system = (code: string, more = {}) => Object.assign(new Error(`${code}: engine's words`), { code, ...more })
const failed = (output: string) => new StepFailed('网页没有构建成功，原因在上面', output)

it.each([
  ['ENOSPC', /^磁盘满了，请腾出空间再试：\/root（ENOSPC）$/],
  ['EROFS', /^磁盘是只读的.*：\/root（EROFS）$/],
  ['EACCES', /^没有权限.*：\/root（EACCES）$/],
  ['EEXIST', /^那里已经有同名的文件.*：\/root（EEXIST）$/],
  ['EMFILE', /^同时打开的文件太多.*ulimit -n.*：\/root（EMFILE）$/],
])('%s is said in words, with what to do, and the folder where no file is named', (code, words) => {
  expect(failureWords(system(code), '/root')).toMatch(words)
})

it('the file that was to be written is named before the one that was read', () => {
  expect(failureWords(system('ENOSPC', { path: '/a', dest: '/b' }), '/root')).toMatch(/：\/b（ENOSPC）/)
  expect(failureWords(system('EACCES', { path: '/a' }), '/root')).toMatch(/：\/a（EACCES）/)
})

it('what a tool of the build says of the machine is said in words, without its stack', () => {
  const said = `✖ Webpack
[Error: ENOSPC: no space left on device, open '/root/dist/.h5-1/js/app.js'] {
    at async open (node:internal/fs/promises:639:25)`
  expect(failureWords(failed(said), '/root')).toBe(
    '磁盘满了，请腾出空间再试：/root/dist/.h5-1/js/app.js（ENOSPC）\n网页没有构建成功，原因在上面',
  )
  const moved =
    "Error: EXDEV: nonsense, Error: EACCES: permission denied, rename '/root/a' -> '/root/b'\n    at Object.renameSync"
  expect(failureWords(failed(moved), '/root')).toMatch(/^没有权限.*：\/root\/b（EACCES）\n/)
  expect(failureWords(failed('EMFILE: too many open files, uv_spawn\n  at x'), '/root')).toMatch(/：\/root（EMFILE）\n/)
})

it('whatever else a tool says is shown whole', () => {
  const said = "src/a.ts: Unexpected token (1:2)\nModule not found: Error: Can't resolve './b'\n"
  expect(failureWords(failed(said), '/root')).toBe(`${said}网页没有构建成功，原因在上面`)
})
