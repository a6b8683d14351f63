import { buildApp } from '../../../scripts/build/app'

const progress = { doing: () => undefined, done: () => undefined }

it.each(['/tmp/c#/e', '/tmp/wow!', '/tmp/a?b'])(
  'a path that the bundler reads as something else is told before anything is done: %s',
  async root => {
    await expect(buildApp({ root, platform: 'h5', settings: {}, progress })).rejects.toThrow(
      /打包工具读不了带“[#!?]”的路径，请给文件夹改个名字/,
    )
  },
)
