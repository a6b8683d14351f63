import { CONSENT_VERSION } from './consent'
import type { DayRecord } from './days'
import { SMALLEST_TOLD } from './limits'

/** What is uploaded of each day, field by field, in words a member understands. The fields themselves: domain/contract/days. */
export const UPLOADED_WORDS: Record<keyof DayRecord, string> = {
  day: '哪一天',
  studied: '这一天学过没有：只有“学过”和“还没有”两种',
  finished: '这一天学完了哪几篇、哪几集，做完了哪几篇的题',
  answered: '这一天在每个书架答了几题',
  device: '这部手机的随机编号：由应用自己生成，不是设备编号，只用来把几部手机的同一天合在一起',
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
    lines: [
      '不影响学习。读、听、看、答、笔记、错题本、学习单都照常用，只是不上传，支部看不到。参加不参加，由您自己定。',
    ],
  },
  {
    title: '上传什么',
    lines: [
      '绑定时：邀请码、姓名、手机号后四位，只用来核对名册。绑定后不再保存手机号后四位。',
      '微信的登录凭证：服务换成一串认不出人的编码，只用来认出是同一部微信。',
      '您在下面选定的那一天起，每天一条，只有这五样：',
      ...Object.values(UPLOADED_WORDS),
      '登录：每一次登录是什么时候、最近哪一天还用过，给您自己看，好退出不认识的。',
      '会议签到：您自己扫码或输入签到码时，是哪一次会议、什么时候。请假由书记记下，只从几个原因里选一个。',
      '是否显示全名。',
    ],
  },
  {
    title: '不上传什么',
    lines: [
      '学了多少分钟、几点几分在学、答的是什么、对还是错、每周目标、收藏、笔记和划线、错题本、搜索过的词、字号等设置、位置、通讯录、完整手机号、身份证号、设备编号。',
      '竞赛是另一回事：每一场参加不参加由您自己定，参加前另有一份说明，写着收什么、谁看得到、留多久。',
    ],
  },
  {
    title: '做什么用',
    lines: ['让支部知道谁学过、布置的任务谁完成了，免去交截图。不排名，不计时长，不算给别人看的积分。'],
  },
  {
    title: '谁看得到',
    lines: [
      '本支部书记：您的姓名，每周“学过”还是“还没有”，布置的任务完成没有，都注明是手机自报；会议到没到、请假和原因、支部的活动参加没有（书记自己记的），按会议和活动算的学时。别的都看不到。',
      '本支部党员：支部还没办的活动，由谁主讲、谁来办。',
      `上级组织：只有每个支部的参学人数和应参人数，不足 ${SMALLEST_TOLD} 人的支部不显示；支部报没报月报、开了几次会、办了几件活动和实事、有没有人绑定手机；上级发的任务，每个支部完成几人（也是不足 ${SMALLEST_TOLD} 人的不显示）。随机抽查要写原因，留下记录；姓名写成“王*”，除非您选择显示全名。`,
      '您自己：随时可以看是谁、什么时候、为什么看过。',
    ],
  },
  {
    title: '换手机',
    lines: [
      '换了微信、丢了手机：在新手机上用您自己的换机码绑定，或者由区里的管理员核对；书记一个人换不了。旧手机下次打开时会看到：什么时候、由谁换的，不是您办的怎么办。',
      '旧手机上生成二维码，新手机扫一下，记录全部带走：先在旧手机上加密，经过服务，取走就删，最多留十分钟；钥匙只在二维码里，服务读不了。您不点，就不会有这一步。也可以导出文件，在新手机上导入，不经过服务。没有旧手机、也没有文件，只能从服务取回上面说的每天一条；分钟、答对答错、笔记和错题本本来就没有上传，取不回来。',
    ],
  },
  {
    title: '留多久',
    lines: ['每天一条的记录留到您注销为止。谁看过谁的记录至少留六个月。'],
  },
  {
    title: '您可以',
    lines: [
      '导出：拿到服务上关于您的全部记录。',
      '更正：姓名或支部不对，请支部书记改。',
      '撤回同意：立即解绑，以后不再上传；已有的还在，您可以再注销。',
      '注销：删去姓名、学习记录和登录，支部报过的参学人数不变，里面没有您的名字。',
    ],
  },
]

export const CONSENT_DRAFT = `草案，须法务确认（${CONSENT_VERSION} 版）`

/** The whole text as Markdown, for docs/consent.md. */
export function consentMarkdown(): string {
  const parts = CONSENT_TEXT.map(({ title, lines }) => `## ${title}\n\n${lines.map(line => `- ${line}`).join('\n')}\n`)
  return `# 学习记录上传的说明与同意\n\n> ${CONSENT_DRAFT}\n\n${parts.join('\n')}`
}
