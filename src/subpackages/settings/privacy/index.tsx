import { View } from '@tarojs/components'
import { inPieces } from '@/components/pieces'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { Screen } from '@/layout/screen'
import { open, routes } from '@/navigation'
import { useCatalog } from '@/stores/catalog'
import './index.scss'

const PARTS: { title: string; lines: string[] }[] = [
  {
    title: '只留在这部手机上的',
    lines: [
      '读到哪里、听到哪一秒、每天学了多久、答过的题、错题本、积分和徽章。',
      '笔记、划线、收藏、搜索历史、下载的节目，字号和其他设置。',
      '您讲的节目：点了“开始录”才用麦克风，录下来只存在这部手机上，不上传。',
      '不登录支部账号，这些都不上传。不收集手机号、身份证号、位置、通讯录和设备编号，也没有统计和广告代码。',
    ],
  },
  {
    title: '您自己交出去的',
    lines: [
      '学习单的二维码：里面是您填的姓名和这一周的几个数字，谁扫谁看得到，不经过服务器。',
      '导出的记录、复制的文字、保存的图片、您讲的一集存成的文件：去哪里由您决定。',
      '手机日历里的提醒：点了才写，写完由日历管，我们不知道它在不在。',
      '报告的错误先存在手机上，复制出来发给编辑才算送出。',
    ],
  },
  {
    title: '同意以后才上传的',
    lines: [
      '登录支部账号，并在那里表示同意以后，“上传说明”里逐项列出的那些才会上传，用来算支部的周报。可以选从今天起，也可以补传以前的；同意可以撤回。',
      '支部书记看到本支部谁学了、学了几天、总数多少；看不到错题、笔记和一分一秒的经过。支部以外，姓名打星号。',
      '支部一起做的事（会议、活动、办的实事）由书记记在服务上：谁参加了、由谁办。支部以外的人只写是什么人，不写姓名和电话；没有照片。',
      '笔记和搜索历史在任何情况下都不上传。',
    ],
  },
  {
    title: '联网时发生的事',
    lines: [
      '打开网页、听没有存在手机上的节目、取更正，都要访问存放它们的主机。主机和别的网站一样，能看到网络地址和访问时间。',
    ],
  },
  {
    title: '怎样删掉',
    lines: [
      '“设置”里可以导出全部记录，也可以全部清除，清除以后不能恢复。上传过的部分，在支部账号里撤回同意、申请删除。',
    ],
  },
]

/** What stays on the phone, what leaves it and when. A draft that a lawyer has to confirm, and it says so first. */
export default function Privacy() {
  const contact = useCatalog(state => state.catalog?.brand.contact)
  return (
    <Screen title="隐私">
      <View className="privacy__draft">{inPieces('草案，须法务确认。写于 2026年11月29日。')}</View>
      {PARTS.map(part => (
        <Section key={part.title} title={part.title}>
          {part.lines.map(line => (
            <View key={line} className="privacy__line">
              {line}
            </View>
          ))}
        </Section>
      ))}
      <View className="privacy__more">
        <Row
          id="to-consent"
          title="上传说明"
          note="逐项列出上传什么、谁看得到、留多久"
          onPress={() => open(routes.consent())}
        />
      </View>
      {contact && (
        <Section title="联系">
          <View className="privacy__line">{contact}</View>
        </Section>
      )}
    </Screen>
  )
}
