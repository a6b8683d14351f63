import { forMembers } from '@domain/text/for-members'

test.each([
  'readCompressedFile:fail no such file or directory, open wxfile://feed/a.br',
  'TypeError: Cannot read properties of undefined',
  'net::ERR_INTERNET_DISCONNECTED',
  '内容文件 a.json 读不出来（readCompressedFile:fail 文件不存在）',
  '服务器上没有（HTTP 404）',
  '',
  undefined,
])('%j is not told to a member', said => {
  expect(forMembers(said, '请再试一次')).toBe('请再试一次')
})

test('a sentence of ours is', () => {
  for (const said of ['这个版本没有接参与服务', '登录已过期，请重新登录。', 'QQ 浏览器要您再点一下播放'])
    expect(forMembers(said, '请再试一次')).toBe(said)
})
