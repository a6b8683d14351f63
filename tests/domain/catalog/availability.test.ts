import { availabilityOf, type Surroundings } from '@domain/catalog/availability'

const media = { file: 'e-0001.m4a', bytes: 1, sha256: 'a', bundled: true, label: '合成语音' }
const around = (have: string): Surroundings => ({
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

test('an episode that nobody has recorded is never looked for on a host', () => {
  expect(availabilityOf({}, around('package download host'))).toBe('words')
})
