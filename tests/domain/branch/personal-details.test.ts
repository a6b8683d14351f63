import fc from 'fast-check'
import { findName, findNumber, refusal } from '@domain/branch/personal-details'
import { SURNAMES } from '@domain/branch/surnames'

/** As deeds and talks are written down: nobody is named. */
const PLAIN = `给 12 号院装一盏路灯
为高龄老人上门理发，保障老人安全
帮助常年卧床的老人办理慢性病卡
走访慰问困难群众 30 户
给小区居民安装充电桩 20 个
为马路市场的商户解决用水难
居民反映的下水道堵塞已疏通
帮一位居民申请低保
王女士家的水管换好了
李大爷、张阿姨都说好
一户老人的暖气片漏水，请师傅修好
为金水路沿街商户送政策上门
社区居民 40 人
高血压老人每月量一次血压
为单亲家庭的孩子辅导功课
居民于昨日反映路灯不亮
居民王某反映噪音扰民
看望安置房里的老人
为老党员送学习资料
关爱空巢老人，周末陪聊
为居民方便出行，打通断头路
给康复中心的病人读报
居民常反映停车难
联系物业，严重漏水的屋顶已重做防水
2026年11月24日，居民楼 3 单元 1801 室门口
电话没有打通，上门三次
给石桥村送药，为白云家园装灯
帮二〇二四年入住的老人换灯，一三五楼每层一盏
13-15-17-19 号楼，每月 1,380,000,000 元
为老人家庭和学生家长各办一场讲座
电话回访 20261124 完成
请党史专家、农林专家讲一课，讲利于国家的事
方便大家出行，关爱大家的健康
为石料厂、万福园小区送清凉
给高龄老人、孤寡老人送饭
给王大姐送药，帮李大嫂换灯泡
13:00-15:30 学习，18:00-19:30 讨论
18, 19, 20, 21, 22, 3 号楼的灯
118、119、120 号，2026-11-24 13:30 到 15:00
平均年龄 72 岁，最大的 90 岁
二〇二六年一月三日，三八节、五一节、九一八
合同 1382026112400 号，发票 044001900111 一张
0301、0302、0303 三间房`.split('\n')

test('what names nobody stands as it is', () => {
  for (const text of PLAIN) expect([text, refusal(text, true)]).toEqual([text, undefined])
})

test('a full name that the words around give away is found, whatever the surname', () => {
  const given = fc.constantFrom('小明', '建国', '秀英', '伟', '桂兰', '志强', '雪')
  const around = fc.constantFrom<(name: string) => string>(
    name => `帮居民${name}修水管`.replace('修水管', '，修好了水管'),
    name => `居民${name}反映楼道灯不亮`,
    name => `${name}老人的低保办好了`,
    name => `看望${name}`,
    name => `给${name}先生送药`,
    name => `走访${name}家`,
    name => `住户${name}（3 号楼）`,
  )
  fc.assert(
    fc.property(fc.constantFrom(...SURNAMES), given, around, (surname, own, put) => {
      const name = surname + own
      // A few of them together make an ordinary word.
      fc.pre(!/^(?:安|方|关|高|常|单|万|易|段|石|金|龙|白|黄|康|江|洪)(?:伟|雪)$/.test(name))
      expect(findName(put(name))?.words).toBe(name)
    }),
    { numRuns: 1500 },
  )
})

test('a telephone and an identity card are found, as people write them; other numbers stand', () => {
  for (const text of [
    '电话 13812345678',
    '138-1234-5678',
    '1３８12345678 联系他',
    '0371-65551234',
    '居民电话：037165551234。',
    '身份证 41010519491231002X',
  ]) {
    expect([text, findNumber(text)?.what]).toEqual([text, /身份证/.test(text) ? 'identity' : 'phone'])
  }
  for (const text of ['2026年11月24日', '1,380 元', '编号 20261124001', '第 12345 号', '400 人，13 户', '0 元']) {
    expect([text, findNumber(text)]).toEqual([text, undefined])
  }
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 }).map(it => it.join(''))
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 9 }), digits, (second, rest) => {
      expect(findNumber(`他的手机是1${second}${rest}，`)?.words).toBe(`1${second}${rest}`)
    }),
  )
})

test('a number is found however it is set, and so is a name', () => {
  const phones = [
    '电话+8613800138000',
    '电话 8613800138000',
    '+86 138 0013 8000',
    '138  0013  8000',
    '138—0013—8000',
    '138–0013–8000',
    '138_0013_8000',
    '138\u30000013\u30008000',
    '138\u00a00013\u00a08000',
    '138\u200b00138000',
    '138/0013/8000',
    '(0755)83456789',
    '（0755）83456789',
    '0755—83456789',
    '0755－83456789',
    '0755 8345 6789',
    '电话83456789',
    '一三八零零一三八零零零',
    '幺三八〇〇一三八〇〇〇',
    '𝟏𝟑𝟖𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎',
    '①③⑧⓪⓪①③⑧⓪⓪⓪',
  ]
  const behind = ['138,0013,8000', '1 3 8 0 0 1 3 8 0 0 0', '0755) 83456789', '83456789', '8345 6789']
  for (const text of [...phones, ...behind.map(it => `他的电话（${it}，晚上打`)])
    expect([text, findNumber(text)?.what]).toEqual([text, 'phone'])
  const cards = [
    '370102 19800101 1234',
    '37010219800101123X',
    '３７０１０２１９８００１０１１２３Ｘ',
    '身份证370102800101123',
  ]
  for (const text of cards) expect([text, findNumber(text)?.what]).toEqual([text, 'identity'])
  expect(findNumber('加微信wxid_abc')?.what).toBe('contact')
  const names = [
    '居民王秀英家漏水',
    '王秀英家漏水',
    '给王秀英送药',
    '帮王秀英买菜',
    '为独居的王秀英装灯',
    '王秀英（82岁）',
    '王 秀 英大妈',
    '王·秀英大妈',
    '居民：王秀英',
    '居民王秀英和李桂兰',
    '王秀英大姐',
    '王秀英婆婆',
  ]
  for (const text of names) expect([text, findName(text)?.words]).toEqual([text, '王秀英'])
  expect(findName('欧阳秀英家漏水')?.words).toBe('欧阳秀英')
})

test('the refusal says what was found and what to write instead; numbers are refused everywhere, names where outsiders are told of', () => {
  expect(refusal('帮居民王小明，换灯', true)).toBe(
    '写了姓名“王小明”。支部以外的人只写是什么人，例如“一位居民”“一户老人”',
  )
  expect(refusal('宣讲雷锋同志的事迹', false)).toBeUndefined()
  expect(refusal('报名打 13812345678', false)).toMatch(/^写了电话号码“13812345678”/)
})
