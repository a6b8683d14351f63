import { ANSWERS_KEPT_DAYS } from './contest-limits'

/** The words in force that an entrant agrees to. A new wording gets a new version, and whoever begins is asked again. */
export const CONTEST_CONSENT_VERSION = '2026-11-29-2'

/**
 * What is told before the first question of a contest, in full, with the choice of how one's name is shown. Entering is apart
 * from the consent to study records (./consent-text) and voluntary. A draft: a lawyer of whoever runs the service has to confirm it.
 */
export const CONTEST_CONSENT_TEXT: readonly { title: string; lines: readonly string[] }[] = [
  {
    title: '参加不参加，由您自己定',
    lines: ['不参加没有任何影响：没参加的人不列名单，也不算参与率。参加不算学习记录，也不加学习积分。'],
  },
  {
    title: '收什么',
    lines: [
      '每一题您选的是什么、对不对、用了多少秒（按服务的时钟）；网络一来一回要多久，用来给您补时间。',
      '参加的是哪部手机：一个随机编号，换手机接着答时用。',
    ],
  },
  {
    title: '谁看得到',
    lines: [
      '组织这次竞赛的人：您的姓名、支部、每一题的作答和成绩。支部自己办的，组织的人就是书记：书记看得到谁参加了，也就知道谁没参加；单位、区里办的，是那里组织竞赛的人。',
      '同场的人：获奖名单里的姓名，写全名还是“王*”，由您在下面选；所在队的总分，不写谁得了几分。',
      '别的人都看不到。不是自己组织的竞赛，书记和上级看不到谁参加了、谁没参加。',
    ],
  },
  {
    title: '留多久',
    lines: [
      `作答留到竞赛结束后 ${ANSWERS_KEPT_DAYS} 天，给申诉用，到时删去。答对几题、用时、名次留到您注销为止，注销时一并删去；已经算出的队总分不变，里面没有您的姓名。`,
    ],
  },
]
