import type { Page } from 'playwright-core'
import { press } from './phone'

export interface Shot {
  name: string
  path: string
  /** What has to happen before the picture is worth taking. */
  prepare?(page: Page): Promise<void>
}

/** Every page once, in the state that a member meets most. */
export const SHOTS: Shot[] = [
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
    name: 'episode',
    path: '/subpackages/player/episode/index?id=e-0001',
    prepare: page => page.locator('#sentence-1').waitFor(),
  },
  {
    name: 'film',
    path: '/subpackages/player/episode/index?id=e-0161',
    prepare: page => page.locator('#film').waitFor(),
  },
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
    },
  },
  {
    name: 'notebook',
    path: '/subpackages/review/notebook/index',
    prepare: page => page.locator('.row').first().waitFor(),
  },
  { name: 'settings', path: '/subpackages/settings/settings/index' },
  { name: 'rules', path: '/subpackages/settings/rules/index' },
  { name: 'about', path: '/subpackages/settings/about/index' },
]
