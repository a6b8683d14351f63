import type { Page } from 'playwright-core'
import { demoId } from '../../server/demo/district'
import { handIn } from './answering'
import { durable, press } from './phone'
import { seedFinished } from './seed'
import type { DemoPerson } from './service'
import { STATES } from './states'
import { unrecorded } from './unrecorded'

export interface Shot {
  name: string
  path: string
  /** The page that `prepare` leads to, where it is another than the path's. */
  page?: string
  /** On a phone that has studied nothing yet; else half a year of study is on it. */
  fresh?: boolean
  /** Signed in to the service as this invented person; nobody without. */
  as?: DemoPerson
  /** Made of what lasts as long as the app runs: a launch of its own. */
  alone?: boolean
  /** What has to happen before the picture is worth taking. */
  prepare?(page: Page): Promise<void>
}

/** Whether a state is launched, and not gone on to from the one before it: the first is, and what is made of what a launch leaves. */
export const isLaunched = (shot: Shot, before: Shot | undefined): boolean =>
  !before || Boolean(shot.alone) || Boolean(before.alone)

async function handInBlank(page: Page): Promise<void> {
  await press(page, 'begin')
  await page.locator('.question__stem').waitFor()
  await handIn(page)
}

/** Every page once, in the state that a member meets most. */
export const PAGES: Shot[] = [
  { name: 'home', path: '/pages/home/index', prepare: page => page.locator('#today-event').waitFor() },
  { name: 'learn', path: '/pages/learn/index' },
  { name: 'quiz', path: '/pages/quiz/index' },
  { name: 'me', path: '/pages/me/index', prepare: page => page.getByText('积分规则').waitFor() },
  { name: 'shelf', path: '/subpackages/library/shelf/index?id=new-democratic' },
  {
    name: 'article',
    path: '/subpackages/reader/article/index?id=a-0002',
    prepare: page => page.locator('.article__paragraph').first().waitFor(),
  },
  {
    name: 'contents',
    path: '/subpackages/reader/article/index?id=a-0002',
    prepare: async page => {
      await page.locator('.article__paragraph').first().waitFor()
      // On a wide screen they stand beside the text from the start.
      const beside = page.viewportSize()!.width >= 1280
      if (!beside) await press(page, 'contents')
      await page
        .locator(beside ? '.contents-column__part' : '#contents-0')
        .locator('visible=true')
        .first()
        .waitFor()
    },
  },
  {
    name: 'fact',
    path: '/subpackages/reader/article/index?id=a-0002',
    prepare: async page => {
      await page
        .locator('.rich-text__cite')
        .first()
        .evaluate((element: HTMLElement) => element.click())
      await page.locator('.facts').waitFor()
    },
  },
  {
    name: 'fact-sources',
    path: '/subpackages/reader/article/index?id=a-0224',
    prepare: async page => {
      await page
        .locator('.rich-text__cite')
        .first()
        .evaluate((element: HTMLElement) => element.click())
      await page.locator('.sheet__panel #sources, .margin-note #sources').click()
      await page.locator('.provenance__use').first().waitFor()
    },
  },
  {
    name: 'why',
    path: '/subpackages/reader/article/index?id=a-0224',
    prepare: page => page.locator('#why').evaluate((element: HTMLElement) => element.scrollIntoView()),
  },
  {
    name: 'sources',
    path: '/subpackages/reader/article/index?id=a-0224',
    prepare: async page => {
      await press(page, 'sources')
      await page.locator('.provenance__use').first().waitFor()
      await page.locator('.provenance').evaluate((element: HTMLElement) => element.scrollIntoView())
    },
  },
  {
    name: 'episode',
    path: '/subpackages/player/episode/index?id=e-0001',
    prepare: page => page.locator('#sentence-1').waitFor(),
  },
  {
    name: 'film-poster',
    path: '/subpackages/player/episode/index?id=e-0161',
    prepare: async page => {
      await page.waitForFunction(() => (document.querySelector<HTMLVideoElement>('#film')?.readyState ?? 0) > 1)
    },
  },
  {
    name: 'film',
    path: '/subpackages/player/episode/index?id=e-0161',
    prepare: async page => {
      await press(page, 'film-toggle')
      // Its words stand there for a moment; who comes too late goes back to them.
      await page.waitForFunction(() => {
        const film = document.querySelector<HTMLVideoElement>('#film')!
        if (film.currentTime < 30 || film.currentTime > 34) film.currentTime = 30
        return document.querySelector('#film-band')?.textContent?.includes('十二位')
      })
      await press(page, 'film-toggle')
    },
  },
  {
    name: 'tell',
    path: '/subpackages/player/tell/index?id=e-0001',
    prepare: page => page.locator('#record').waitFor(),
  },
  {
    name: 'telling',
    path: '/subpackages/player/tell/index?id=e-0001',
    prepare: async page => {
      await press(page, 'practise')
      // The first may have gone by before one looks.
      await page.locator('.script__line--on:not(#prompt-0)').waitFor()
      await press(page, 'pause')
    },
  },
  {
    name: 'silent',
    path: '/subpackages/player/episode/index?id=e-0007',
    prepare: async page => {
      const undo = await unrecorded(page, 'e-0007')
      await page.reload()
      await page.locator('#how', { hasText: '还没有录音' }).waitFor()
      await page.locator('.transcript__paragraph').first().waitFor()
      await undo()
    },
  },
  {
    name: 'series',
    path: '/subpackages/library/shelf/index?series=baitian',
    prepare: page => page.locator('.row').first().waitFor(),
  },
  {
    name: 'downloads',
    path: '/subpackages/player/downloads/index',
    prepare: async page => {
      await press(page, 'get-e-0001')
      await press(page, 'get-e-0002')
      // What lies here stands first, and far from it its rows are let go.
      await page
        .locator('.screen')
        .last()
        .evaluate(it => it.scrollIntoView())
      await page.locator('#kept-e-0002').waitFor()
    },
  },
  // Before any run that has answers: only one is kept.
  {
    name: 'result',
    path: '/subpackages/exam/timed/index?mode=exam',
    page: 'subpackages/exam/result/index',
    prepare: async page => {
      await handInBlank(page)
    },
  },
  {
    name: 'paper',
    path: '/subpackages/exam/timed/index?mode=exam',
    page: 'subpackages/exam/paper/index',
    prepare: async page => {
      await handInBlank(page)
      await press(page, 'to-paper')
      await page.locator('.reviewed').locator('visible=true').first().waitFor()
    },
  },
  {
    name: 'papers',
    path: '/subpackages/exam/papers/index',
    prepare: page => page.locator('[id^=paper-], .empty').first().waitFor(),
  },
  { name: 'own-bank', path: '/subpackages/exam/bank/index' },
  {
    name: 'question',
    path: '/subpackages/exam/run/index?mode=practice&shelf=construction',
    prepare: page => page.locator('.question__stem').waitFor(),
  },
  {
    name: 'answered',
    path: '/subpackages/exam/run/index?mode=article&article=a-0001',
    prepare: async page => {
      await page.locator('.question__stem').waitFor()
      await press(page, 'option-a')
      await press(page, 'submit')
      await page.locator('.feedback__quote').waitFor()
      await durable(page, 'run/current', '"given"')
    },
  },
  {
    name: 'study-course',
    path: '/subpackages/library/course/index?id=changzheng',
    prepare: page => page.locator('.study-course__title').waitFor(),
  },
  {
    name: 'ask',
    path: `/subpackages/library/ask/index?q=${encodeURIComponent('遵义会议是哪一年开的')}`,
    prepare: page => page.locator('.ask-entry').first().waitFor(),
  },
  {
    name: 'ask-unanswered',
    path: `/subpackages/library/ask/index?q=${encodeURIComponent('焦裕禄每个月工资多少')}`,
    prepare: page => page.locator('[id^=related-]').first().waitFor(),
  },
  {
    name: 'which-first',
    path: '/subpackages/exam/which-first/index',
    prepare: async page => {
      await press(page, 'pick-left')
      await page.locator('#next-pair').waitFor()
    },
  },
  {
    name: 'notebook',
    path: '/subpackages/review/notebook/index',
    prepare: page => page.locator('.row').locator('visible=true').first().waitFor(),
  },
  { name: 'settings', path: '/subpackages/settings/settings/index' },
  { name: 'sign-in', path: '/subpackages/account/account/index' },
  { name: 'consent', path: '/subpackages/account/consent/index' },
  { name: 'bind', path: '/subpackages/account/bind/index' },
  {
    name: 'account',
    as: 'member-1',
    path: '/subpackages/account/account/index',
    prepare: page => page.locator('#branch-week, #begin').first().waitFor(),
  },
  { name: 'phone', as: 'member-1', path: '/subpackages/account/phone/index' },
  {
    name: 'demo',
    as: 'member-1',
    path: '/subpackages/account/demo/index',
    prepare: page => page.locator('#demo-secretary').waitFor(),
  },
  { name: 'rules', path: '/subpackages/settings/rules/index' },
  { name: 'privacy', path: '/subpackages/settings/privacy/index' },
  {
    name: 'finished',
    path: '/subpackages/settings/finished/index?series=renwu',
    prepare: async page => {
      await seedFinished(page, 'renwu')
      await page.reload()
      await page.locator('#finished-copy').waitFor()
    },
  },
  { name: 'about', path: '/subpackages/settings/about/index' },
  {
    name: 'licences',
    path: '/subpackages/settings/licences/index',
    prepare: page => page.locator('.licences__words').first().waitFor(),
  },
  { name: 'search', path: '/subpackages/library/search/index' },
  {
    name: 'found',
    path: `/subpackages/library/search/index?q=${encodeURIComponent('八一起义')}`,
    prepare: page => page.locator('.marked').first().waitFor(),
  },
  {
    name: 'history',
    path: '/subpackages/library/shelf/index?history=reform',
    prepare: page => page.locator('.row').first().waitFor(),
  },
  {
    name: 'timeline',
    path: '/subpackages/library/timeline/index',
    prepare: page => page.locator('.row, .thread').first().waitFor(),
  },
  {
    name: 'people',
    path: '/subpackages/library/people/index',
    prepare: page => page.locator('.row').first().waitFor(),
  },
  {
    name: 'person',
    path: '/subpackages/library/people/index?id=zhou-enlai',
    prepare: page => page.locator('.facts').waitFor(),
  },
  { name: 'mine', path: '/subpackages/library/mine/index?tab=recent' },
  {
    name: 'year',
    path: '/subpackages/library/timeline/index',
    prepare: async page => {
      await page.locator('.thread').waitFor()
      await press(page, 'to-year')
      await press(page, 'decade-1940')
      await page.locator('#year-1949').waitFor()
    },
  },
  { name: 'practice', path: '/subpackages/exam/practice/index' },
  { name: 'exam', path: '/subpackages/exam/timed/index?mode=exam' },
  { name: 'challenge', path: '/subpackages/exam/timed/index?mode=challenge' },
  { name: 'walk', path: '/subpackages/exam/walk/index' },
  { name: 'friend', path: '/subpackages/exam/friend/index' },
  { name: 'knowledge', path: '/subpackages/review/knowledge/index' },
  { name: 'notes', path: '/subpackages/reader/notes/index' },
  { name: 'badges', path: '/subpackages/settings/badges/index' },
  { name: 'week', path: '/subpackages/settings/week/index' },
  {
    name: 'slip',
    path: '/subpackages/branch/slip/index',
    prepare: async page => {
      await page.locator('#slip-name input, input#slip-name').first().fill('王一示')
      await page.locator('.qr-code').waitFor()
    },
  },
  {
    name: 'district-org',
    as: 'supervisor',
    path: '/subpackages/district/org/index',
    prepare: page => page.locator('.chart[style*="data:"]').waitFor(),
  },
  {
    name: 'district-branch',
    as: 'supervisor',
    path: '/subpackages/district/org/index?org=u01-01&month=2026-11',
    prepare: page => page.locator('.chart[style*="data:"]').waitFor(),
  },
  {
    name: 'district-export',
    as: 'supervisor',
    path: '/subpackages/district/org/index',
    prepare: async page => {
      await press(page, 'to-export')
      await page.locator('#export-save').waitFor()
    },
  },
  {
    name: 'district-sample',
    as: 'supervisor',
    path: '/subpackages/district/sample/index',
    prepare: async page => {
      await press(page, 'sample-size-5')
      await page.locator('#reason input, input#reason').first().fill('季度学习督导')
      await press(page, 'draw')
      await page.locator('#drawn-seed').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'district-audit',
    as: 'supervisor',
    path: '/subpackages/district/audit/index',
    prepare: page => page.locator('#audit-rows, .empty__title').first().waitFor(),
  },
  {
    name: 'district-filed',
    as: 'supervisor',
    path: '/subpackages/district/filed/index',
    prepare: page => page.locator('.stat').first().waitFor(),
  },
  {
    name: 'district-needs',
    as: 'unit_admin',
    path: '/subpackages/district/needs/index',
    prepare: page => page.locator('#needs').first().waitFor(),
  },
  {
    name: 'district-contact',
    as: 'unit_admin',
    path: '/subpackages/district/needs/index',
    prepare: async page => {
      await page
        .locator('#needs .row')
        .first()
        .evaluate((it: HTMLElement) => it.click())
      await page.locator('#contact-save').waitFor()
    },
  },
  {
    name: 'district-send',
    as: 'unit_admin',
    path: '/subpackages/district/send/index',
    prepare: page => page.locator('[id^=option-offer-]').first().waitFor(),
  },
  {
    name: 'district-sent',
    as: 'unit_admin',
    path: '/subpackages/district/sent/index',
    prepare: async page => {
      await press(page, 'to-send')
      await press(page, 'send-kind-theme')
      await page.locator('#send-title input, input#send-title').first().fill('身边的红色地名')
      await press(page, 'send')
      await page.locator('#sent-branches').waitFor()
    },
  },
  {
    name: 'district-visits',
    as: 'unit_admin',
    path: '/subpackages/district/visits/index',
    prepare: async page => {
      await press(page, 'to-draw')
      await page.locator('#reason input, input#reason').first().fill('四季度到支部看一看')
      await press(page, 'draw-visits')
      await page.locator('#visits, .notice').first().waitFor()
    },
  },
  {
    name: 'district-visit',
    as: 'unit_admin',
    path: '/subpackages/district/visit/index',
    prepare: async page => {
      // Which one there is, the list knows.
      await page.evaluate(() => void (location.hash = '/subpackages/district/visits/index'))
      await page
        .locator('#visits .row')
        .first()
        .evaluate((it: HTMLElement) => it.click())
      await page.locator('#visit-save').waitFor()
    },
  },
  {
    name: 'district-refused',
    as: 'unit_admin',
    path: '/subpackages/district/org/index?org=u02',
    prepare: page => page.getByText('这里不在您的范围内').waitFor(),
  },
  {
    name: 'room',
    path: '/subpackages/exam/room/index?code=319137',
    prepare: page => page.locator('#room-enter').waitFor(),
  },
  {
    name: 'screen-room',
    path: '/subpackages/screen/room/index?theme=w0',
    prepare: page => page.locator('#room-make').waitFor(),
  },
  {
    name: 'screen',
    path: '/subpackages/screen/show/index',
    prepare: page => page.locator('#theme-first').waitFor(),
  },
  { name: 'collect', path: '/subpackages/branch/collect/index' },
  { name: 'month', path: '/subpackages/branch/month/index' },
  ...deskShots(),
  ...contestShots(),
]

/** Every page and every state of one that looks different. */
export const SHOTS: Shot[] = [...PAGES, ...STATES]

/** Shots that one phone can take after another: the same person, the same study. */
export function phonesOf(shots: Shot[]): { as?: DemoPerson; fresh: boolean; shots: Shot[] }[] {
  const key = (shot: Shot) => `${shot.as} ${!!shot.fresh}`
  return [...new Set(shots.map(key))].map(one => {
    const same = shots.filter(shot => key(shot) === one)
    return { as: same[0]!.as, fresh: !!same[0]!.fresh, shots: same }
  })
}

/** The pages of a branch in the demo district, as its secretary and a member see them. */
function deskShots(): Shot[] {
  const desk = (name: string, page: string, seen: string, more: Partial<Shot> = {}): Shot => ({
    name: `branch-${name}`,
    path: `/subpackages/branch/${page}/index`,
    as: 'secretary',
    prepare: it => it.locator(seen).locator('visible=true').first().waitFor(),
    ...more,
  })
  const one = (page: string, id: string) => `/subpackages/branch/${page}/index?id=${id}`
  const arranged = async (page: Page) => {
    await press(page, 'to-arrange')
    await press(page, 'arrange')
    await press(page, 'meeting-open')
    await page.locator('.qr-code').locator('visible=true').waitFor()
  }
  const assigned = async (page: Page) => {
    await page.locator('[id^=option-offer-]').locator('visible=true').first().waitFor()
    for (const id of await page.locator('[id^=option-offer-]').evaluateAll(all => all.slice(0, 2).map(it => it.id))) {
      await press(page, id)
    }
    await press(page, 'assign')
    await page.getByText('已经完成').locator('visible=true').first().waitFor()
  }
  return [
    { name: 'branch-signed-out', path: '/subpackages/branch/home/index' },
    { name: 'tasks-signed-out', path: '/subpackages/branch/tasks/index' },
    desk('home', 'home', '.member-line, .data-table'),
    desk('members', 'members', '.member-line, .data-table'),
    desk('member', 'member', '.data-table', { path: one('member', demoId(1)) }),
    desk('report', 'report', '.progress-line'),
    desk('book', 'book', '.paper'),
    desk('record', 'record', '#record-save', { path: one('record', demoId(0, 3)) }),
    desk('hours', 'hours', '.stat', { as: 'member-1' }),
    desk('assign', 'assign', '.option'),
    desk('assigned', 'assign', '.option', { prepare: assigned }),
    desk('assignment', 'assignment', '.data-table', { path: one('assignment', demoId(0, 2)) }),
    desk('assignments', 'assignments', '.empty, .row'),
    desk('offline', 'offline', '.picks__one'),
    desk('sign-in', 'meetings', '.row, .empty', { prepare: arranged }),
    desk('meeting', 'meeting', '.data-table', { path: one('meeting', demoId(0, 3)) }),
    desk('meetings', 'meetings', '.row, .empty'),
    desk('activities', 'activities', '.row, .empty'),
    desk('activity', 'activity', '.row', { path: one('activity', demoId(5, 4)) }),
    desk('write-activity', 'write-activity', '#activity-title', { path: one('write-activity', demoId(5, 4)) }),
    desk('joining', 'joining', '#invite'),
    desk('roster', 'roster', '#roster-in'),
    desk('posts', 'posts', '.picks__one'),
    desk('nudge', 'nudge', '#nudge-words'),
    desk('audit', 'audit', '.row, .empty'),
    desk('elsewhere', 'home', '.empty', { path: '/subpackages/branch/home/index?org=elsewhere' }),
    desk('tasks', 'tasks', '.row', { as: 'member-1' }),
    desk('sign', 'sign', '#sign-digits', { as: 'member-1' }),
    { ...desk('home-tasks', '', '.row'), path: '/pages/home/index', as: 'member-1' },
  ]
}

/** 竞赛: the demo district has one that is open and one that is over. */
function contestShots(): Shot[] {
  const [open, over] = [demoId(0, 5), demoId(1, 5)]
  const page = (name: string, path: string, ready: string, more: Partial<Shot> = {}): Shot => ({
    name: `contest-${name}`,
    path: `/subpackages/contest/${path}`,
    as: 'member-1',
    prepare: shown => shown.locator(ready).locator('visible=true').first().waitFor(),
    ...more,
  })
  const made = (name: string, path: string, ready: string) => page(name, `${path}`, ready, { as: 'organiser' })
  return [
    page('list', 'list/index', '[id^=contest-0]'),
    page('contest', `contest/index?id=${open}`, '#contest-begin, #contest-go-on'),
    page('practice', `practice/index?id=${open}`, '.contest-question'),
    page('result', `result/index?id=${over}`, '.data-table', { as: 'member-2' }),
    page('review', `review/index?id=${over}`, '.contest-reviewed', { as: 'member-2' }),
    page('certificate', `certificate/index?id=${over}`, '#certificate-image', { as: 'member-2' }),
    page('run', `contest/index?id=${open}`, '', {
      page: 'subpackages/contest/run/index',
      prepare: async shown => {
        // In another look the try is begun already.
        const way = shown.locator('#contest-begin, #contest-go-on').locator('visible=true').first()
        await way.waitFor()
        const begins = (await way.getAttribute('id')) === 'contest-begin'
        await press(shown, begins ? 'contest-begin' : 'contest-go-on')
        if (begins) await press(shown, 'contest-agree')
        await shown.locator('.contest-question').waitFor()
        await shown
          .locator('.option')
          .first()
          .evaluate((element: HTMLElement) => element.click())
      },
    }),
    made('desk', 'desk/index', '[id^=manage-]'),
    made('edit', 'edit/index?org=d', '#contest-save'),
    made('manage', `manage/index?org=d&id=${open}`, '#void-number'),
    made('pool', `pool/index?org=d&id=${open}`, '.contest-reviewed'),
    made('preview', `preview/index?org=d&id=${open}`, '.contest-reviewed'),
    made('results', `results/index?org=d&id=${over}`, '.data-table'),
    made('appeals', `appeals/index?org=d&id=${over}`, '.empty, .contest-reviewed'),
    { name: 'contest-verify', path: '/subpackages/contest/verify/index' },
  ]
}
