import fc from 'fast-check'
import { NUDGE_WAYS, type NudgedMember, groupNudge, personalNudge } from '@domain/branch/nudge'

const surname = fc.constantFrom(...'赵钱孙李周吴郑王冯陈')
const given = fc.string({
  unit: fc.constantFrom(...'一二三四五六七八九十甲乙丙丁戊己庚辛'),
  minLength: 2,
  maxLength: 3,
})
const member: fc.Arbitrary<NudgedMember> = fc.record({
  name: fc.tuple(surname, given).map(([a, b]) => a + b),
  studied: fc.boolean(),
  bound: fc.boolean(),
  offline: fc.boolean(),
})
const theme = fc.option(fc.constantFrom('长征', '抗战中的党', '改革开放 40 年', '1921：开天辟地', '１９４９年'), {
  nil: undefined,
})

describe('the text for the group', () => {
  test('holds no name of the roster and no digit, so no count of the missing', () => {
    fc.assert(
      fc.property(fc.array(member, { minLength: 1, maxLength: 40 }), theme, fc.integer(), (roster, about, way) => {
        const text = groupNudge(about, way)
        for (const { name } of roster) expect(text).not.toContain(name)
        const missing = roster.filter(it => !it.studied).length
        expect(text).not.toContain(String(missing))
        expect(text).not.toMatch(/[0-9０-９]/)
        expect(text).not.toMatch(/[一二三四五六七八九十百两几]+\s*[个位名人]|没有?学|未完成|还差|落后|名单/)
      }),
    )
  })

  test('names the theme when that holds no digit', () => {
    expect(groupNudge('长征')).toContain('“长征”')
    expect(groupNudge('1921：开天辟地')).not.toContain('开天辟地')
  })

  test('can be put in several ways', () => {
    const texts = Array.from({ length: NUDGE_WAYS }, (_, way) => groupNudge('长征', way))
    expect(new Set(texts).size).toBe(NUDGE_WAYS)
    expect(groupNudge('长征', NUDGE_WAYS)).toBe(texts[0])
  })
})

describe('the text for one person', () => {
  test('greets them by name and tells nobody that they have not begun', () => {
    fc.assert(
      fc.property(member, theme, fc.integer(), (one, about, way) => {
        const text = personalNudge(one, about, way)
        expect(text).toContain(`${one.name}同志`)
        expect(text).not.toMatch(/还没有?学|没有完成|未完成|落后|最后/)
      }),
    )
  })

  test('thanks who has studied and asks nothing more', () => {
    const text = personalNudge({ name: '王一示', studied: true, bound: true, offline: false }, '长征')
    expect(text).toBe('王一示同志，您好！这周支部一起学的是“长征”。您这周已经学过了，辛苦了！')
  })

  test('offers help with the phone, or study together', () => {
    const base = { name: '王一示', studied: false }
    expect(personalNudge({ ...base, bound: false, offline: false }, undefined)).toContain('手机上要是还没有弄好')
    expect(personalNudge({ ...base, bound: false, offline: true }, undefined)).toContain('约个时间一起学')
  })
})
