import { availabilityOf, type Surroundings } from '@domain/catalog/availability'

const media = { file: 'e-0001.m4a', bytes: 1, sha256: 'a', bundled: true, label: '合成语音' }
const around = (have: string): Surroundings => ({
  own: have.includes('mine'),
  packaged: () => have.includes('package'),
  kept: () => have.includes('download'),
  hosted: () => have.includes('host'),
  voice: have.includes('voice'),
})

test('an episode comes from the package, else a download, else the host, else the phone’s voice, else as words', () => {
  expect(availabilityOf({ media }, around('package download host voice'))).toBe('package')
  expect(availabilityOf({ media }, around('download host voice'))).toBe('download')
  expect(availabilityOf({ media }, around('host voice'))).toBe('host')
  expect(availabilityOf({ media }, around('voice'))).toBe('voice')
  expect(availabilityOf({ media }, around(''))).toBe('words')
})

test('the member’s own voice comes before every other, also where nobody else has recorded the episode', () => {
  expect(availabilityOf({ media }, around('mine package download host voice'))).toBe('own')
  expect(availabilityOf({}, around('mine voice'))).toBe('own')
})

test('an episode that nobody has recorded is never looked for on a host', () => {
  expect(availabilityOf({}, around('package download host'))).toBe('words')
})
