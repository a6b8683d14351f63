import type { MemberEvent } from '../progress/events'
import { CONSENT_VERSION } from './consent'

/** What is uploaded of each kind of act, in words a member understands. The fields themselves: domain/sync/upload.ts. */
export const UPLOADED_WORDS: Record<MemberEvent['kind'], string> = {
  read: '读：哪一篇、什么时候、读了多少秒、读到了几成',
  listen: '听：哪一集、什么时候、听了多少秒、从哪一秒到哪一秒',
  watch: '看：哪一集、什么时候、看了多少秒、从哪一秒到哪一秒',
  finish: '学完：哪一篇或哪一集、什么时候',
  answer: '答题：哪一道（题号、题型、书架）、什么时候、哪一套、选的或填的是什么、对不对、用了几秒',
  set: '交卷：哪一套、哪种答法、什么时候、共几题、对几题、计不计时',
  favourite: '收藏：哪一篇或哪一集、收藏还是取消、什么时候',
}

export interface ConsentPart {
  title: string
  lines: string[]
}

/**
 * The consent text in force (its version is {@link CONSENT_VERSION}): shown in full before binding, on its own page, and
 * as docs/consent.md. A draft: a lawyer of whoever runs the service has to confirm it.
 */
export const CONSENT_TEXT: ConsentPart[] = [
  {
    title: '不同意会怎样',
    lines: ['不影响学习。读、听、看、答、笔记、错题本、学习单都照常用，只是不上传，支部看不到。'],
  },
  {
    title: '上传什么',
    lines: [
      '绑定时：邀请码、姓名、手机号后四位，只用来核对名册。绑定后不再保存手机号后四位。',
      '微信的登录凭证：服务换成一串认不出人的编码，只用来认出是同一部微信。',
      '您在下面选定的那一天起的学习，每一次包括编号、归到哪一天，和：',
      ...Object.values(UPLOADED_WORDS),
      '会议签到：您自己扫码或输入签到码时，是哪一次会议、什么时候。',
      '每周目标，和是否显示全名。',
    ],
  },
  {
    title: '不上传什么',
    lines: ['笔记和划线、错题本、搜索过的词、字号等设置、位置、通讯录、完整手机号、身份证号、设备编号。'],
  },
  {
    title: '做什么用',
    lines: ['让支部知道谁完成了每周学习，免去交截图；换手机时把学习记录取回来。不排名，不算给别人看的积分。'],
  },
  {
    title: '谁看得到',
    lines: [
      '本支部书记：您的姓名，每周是否完成，学习天数、篇（集）数、分钟、答题数和答对率；布置的任务完成没有，会议到没到。看不到错题，看不到几点几分在学。',
      '上级组织：只有合计数。随机抽查或查看支部名单时，要写原因，留下记录；姓名写成“王*”，除非您选择显示全名。',
      '您自己：随时可以看是谁、什么时候、为什么看过。',
    ],
  },
  {
    title: '留多久',
    lines: ['逐次的学习记录留 90 天，到期删除。每天的合计留到您注销为止。谁看过谁的记录至少留六个月。'],
  },
  {
    title: '您可以',
    lines: [
      '导出：拿到服务上关于您的全部记录。',
      '更正：姓名或支部不对，请支部书记改。',
      '撤回同意：立即解绑，以后不再上传；已有的合计还在，您可以再注销。',
      '注销：删去姓名、学习记录和登录，支部过去的合计数不变，里面没有您的名字。',
    ],
  },
]

export const CONSENT_DRAFT = `草案，须法务确认（${CONSENT_VERSION} 版）`

/** The whole text as Markdown, for docs/consent.md. */
export function consentMarkdown(): string {
  const parts = CONSENT_TEXT.map(({ title, lines }) => `## ${title}\n\n${lines.map(line => `- ${line}`).join('\n')}\n`)
  return `# 学习记录上传的说明与同意\n\n> ${CONSENT_DRAFT}\n\n${parts.join('\n')}`
}
