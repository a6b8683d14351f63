import { humanProblems, recordingOf, unusedRecordings } from '../../scripts/media/src/human-recording'

test('a person’s recording is found by its episode, whatever phone it comes from, and says who tells it', () => {
  for (const ending of ['wav', 'm4a', 'mp3', 'flac', 'webm', 'ogg']) {
    const file = `e-0007.human.王小明.${ending}`
    expect(recordingOf(['e-0007.m4a', 'e-0007.json', file], 'e-0007')).toEqual({ file, reader: '王小明' })
    expect(recordingOf([file], 'e-0008')).toBeUndefined()
  }
})

test('without a name, or twice, it is not taken, and it is said what to do', () => {
  expect(() => recordingOf(['e-0007.human.m4a'], 'e-0007')).toThrow('e-0007.human.姓名.m4a')
  expect(() => recordingOf(['e-0007.human.甲.m4a', 'e-0007.human.乙.wav'], 'e-0007')).toThrow(/有两份录音/)
})

test('a recording of another length than the script, or with a long silence, is told', () => {
  const told = (seconds: number, longestSilence = 1) => humanProblems({ seconds, longestSilence }, 600)
  expect(told(150)).toEqual([])
  expect(told(200)).toEqual([])
  expect(told(40).join()).toMatch(/不像是这一集的全文/)
  expect(told(600).join()).toMatch(/不像是这一集的全文/)
  expect(told(150, 6).join()).toMatch(/6.0 秒没有声音/)
})

test('one that lies there and is not what is heard is told, with what to run', () => {
  const names = ['e-0007.m4a', 'e-0007.human.王小明.webm', 'e-0009.human.甲.m4a', 'e-0010.human.mp3']
  const told = unusedRecordings(
    names,
    new Map([
      ['e-0007', { label: '人工录制' as const, reader: '王小明' }],
      ['e-0009', { label: '合成语音' as const }],
    ]),
  )
  expect(told).toHaveLength(2)
  expect(told[0]).toMatch(/e-0009.human.甲.m4a 放进来了，还没有用上；应当运行 npm run media -- e-0009/)
  expect(told[1]).toMatch(/e-0010.*没有写是谁讲的/)
  expect(
    unusedRecordings(['e-0007.human.乙.webm'], new Map([['e-0007', { label: '人工录制', reader: '甲' }]])),
  ).toHaveLength(1)
})
