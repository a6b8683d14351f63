import Taro from '@tarojs/taro'
import type { AssignmentItem } from '@domain/contract/assignment-items'
import { passBack } from '@/platform/page/back-guard'
import { fetchPage, pageMissing } from '@/platform/page/missing-pages'
import { monotonicNow } from '@/platform/phone/phone'

export type Tab = 'home' | 'learn' | 'quiz' | 'me'

/** Pages that need the service: the secretary's, and the member's tasks and check-in. */
export type DeskPage =
  | 'home'
  | 'members'
  | 'member'
  | 'report'
  | 'book'
  | 'assignments'
  | 'assign'
  | 'assignment'
  | 'offline'
  | 'meetings'
  | 'meeting'
  | 'record'
  | 'activities'
  | 'activity'
  | 'write-activity'
  | 'joining'
  | 'roster'
  | 'posts'
  | 'nudge'
  | 'audit'
  | 'tasks'
  | 'sign'
  | 'hours'

/** 知识竞赛, for whoever enters them, and from `desk` on for whoever makes them. */
export type ContestPage =
  | 'list'
  | 'contest'
  | 'practice'
  | 'run'
  | 'result'
  | 'review'
  | 'certificate'
  | 'verify'
  | 'desk'
  | 'edit'
  | 'manage'
  | 'pool'
  | 'preview'
  | 'results'
  | 'appeals'

/** Pages of whoever looks after organisations. */
export type DistrictPage = 'org' | 'needs' | 'filed' | 'send' | 'sent' | 'visits' | 'visit' | 'sample' | 'audit'

/** So many characters find a paragraph; an address is to stay short. */
const LANDING = 30

const landingOn = (words?: string) => (words ? `&words=${encodeURIComponent(words.slice(0, LANDING))}` : '')

/** Every address of the app, so that a page never spells another page's path. */
export const routes = {
  /** @param options the paragraph to land on: by its block id, or by words that stand in it. */
  article: (id: string, { block, words }: { block?: string; words?: string } = {}) =>
    `/subpackages/reader/article/index?id=${id}${block ? `&block=${block}` : ''}${landingOn(words)}`,
  /** @param words the paragraph of its script to land on, by words that stand in it. */
  episode: (id: string, words?: string) => `/subpackages/player/episode/index?id=${id}${landingOn(words)}`,
  /** 我来讲: to tell an episode in one's own voice. */
  tell: (id: string) => `/subpackages/player/tell/index?id=${id}`,
  downloads: (series?: string) => `/subpackages/player/downloads/index${series ? `?series=${series}` : ''}`,
  shelf: (id: string) => `/subpackages/library/shelf/index?id=${id}`,
  series: (id: string) => `/subpackages/library/shelf/index?series=${id}`,
  /** Articles of one of the four histories (四史). */
  history: (id: string) => `/subpackages/library/shelf/index?history=${id}`,
  studyCourse: (id: string) => `/subpackages/library/course/index?id=${id}`,
  search: (words?: string) => `/subpackages/library/search/index${words ? `?q=${encodeURIComponent(words)}` : ''}`,
  ask: (question?: string) => `/subpackages/library/ask/index${question ? `?q=${encodeURIComponent(question)}` : ''}`,
  timeline: () => '/subpackages/library/timeline/index',
  people: (id?: string) => `/subpackages/library/people/index${id ? `?id=${id}` : ''}`,
  mine: (tab: 'favourites' | 'recent' | 'unfinished') => `/subpackages/library/mine/index?tab=${tab}`,
  run: (query: Record<string, string>) =>
    `/subpackages/exam/run/index?${Object.entries(query)
      .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
      .join('&')}`,
  result: () => '/subpackages/exam/result/index',
  papers: () => '/subpackages/exam/papers/index',
  paper: (id: string) => `/subpackages/exam/paper/index?id=${id}`,
  ownBank: () => '/subpackages/exam/bank/index',
  practice: () => '/subpackages/exam/practice/index',
  timed: (mode: 'exam' | 'challenge') => `/subpackages/exam/timed/index?mode=${mode}`,
  walk: (mode: 'sequence' | 'recite') => `/subpackages/exam/walk/index?mode=${mode}`,
  /** @param message a friend's code, or code and score. */
  friend: (message?: string) =>
    `/subpackages/exam/friend/index${message ? `?message=${encodeURIComponent(message)}` : ''}`,
  /** @param day of the last thirty; today without */
  whichFirst: (day?: string) => `/subpackages/exam/which-first/index${day ? `?day=${day}` : ''}`,
  notebook: () => '/subpackages/review/notebook/index',
  knowledge: () => '/subpackages/review/knowledge/index',
  notes: () => '/subpackages/reader/notes/index',
  settings: () => '/subpackages/settings/settings/index',
  slip: () => '/subpackages/branch/slip/index',
  branchCollect: () => '/subpackages/branch/collect/index',
  branchMonth: () => '/subpackages/branch/month/index',
  /** @param query `org` is the branch's code, the own one without; `id` of a member, an assignment, a meeting …; what else the page reads. */
  desk: (page: DeskPage, query: Record<string, string> = {}) => `/subpackages/branch/${page}/index${queryOf(query)}`,
  /** @param query `id` of a contest; of its maker's pages `org` too; what else the page reads. */
  contest: (page: ContestPage, query: Record<string, string | undefined> = {}) =>
    `/subpackages/contest/${page}/index${queryOf(query)}`,
  assigned: (asks: AssignmentItem) => {
    if (asks.kind === 'answers') return routes.run({ mode: 'practice' })
    if ('shelf' in asks) return routes.run({ mode: 'practice', shelf: asks.shelf })
    if ('article' in asks) return routes.run({ mode: 'article', article: asks.article })
    return asks.kind === 'article' ? routes.article(asks.id) : routes.episode(asks.id)
  },
  /** The account of the participation service: who is signed in, what is uploaded, one's rights. */
  account: () => '/subpackages/account/account/index',
  bind: () => '/subpackages/account/bind/index',
  /** 换手机. @param code of the old phone, on the new one */
  phone: (code?: string) => `/subpackages/account/phone/index${code ? `?code=${code}` : ''}`,
  /** What is uploaded and who sees it, before anyone has to decide. */
  consent: () => '/subpackages/account/consent/index',
  /** Invented persons to step into; only where the service runs with DEMO=1. */
  demo: () => '/subpackages/account/demo/index',
  /** Totals of organisations, for unit admins and supervisors. Without `org` it is the one they look after. */
  district: (page: DistrictPage, query: Record<string, string | undefined> = {}) =>
    `/subpackages/district/${page}/index${queryOf(query)}`,
  badges: () => '/subpackages/settings/badges/index',
  week: () => '/subpackages/settings/week/index',
  /** The card of a finished shelf or series. */
  finished: (kind: 'shelf' | 'series', id: string) => `/subpackages/settings/finished/index?${kind}=${id}`,
  privacy: () => '/subpackages/settings/privacy/index',
  about: () => '/subpackages/settings/about/index',
  licences: () => '/subpackages/settings/licences/index',
  rules: () => '/subpackages/settings/rules/index',
}

/**
 * Words that travelled in an address. WeChat hands them over encoded, the web decoded; ones that were cut off on the way
 * (a link copied by hand) are taken as they came.
 */
export function wordsIn(parameter: string): string {
  try {
    return decodeURIComponent(parameter)
  } catch {
    return parameter
  }
}

function queryOf(query: Record<string, string | undefined>): string {
  const parts = Object.entries(query).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${encodeURIComponent(value)}`],
  )
  return parts.length > 0 ? `?${parts.join('&')}` : ''
}

/** WeChat keeps so many pages open and refuses the next; then the new page takes the place of the last. */
const OPEN_PAGES = 10

/** A second tap this soon on what opens the same page is the same tap, milliseconds. */
const SAME_TAP_MS = 700

/** The page that was asked for last, and since when it is there. */
let asked: { url: string; at?: number } | undefined

const justAsked = (url: string) =>
  asked?.url === url && (asked.at === undefined || monotonicNow() - asked.at < SAME_TAP_MS)

/** Goes to a page once its code is there, unless the member has asked for another meanwhile. */
async function go(url: string, show: (to: { url: string }) => Promise<unknown>): Promise<void> {
  const mine: typeof asked = { url }
  asked = mine
  try {
    await fetchPage(url)
    if (asked !== mine) return
    await show({ url })
    mine.at = monotonicNow()
  } catch (error) {
    if (asked !== mine) return
    asked = undefined
    pageMissing(error, url, () => void go(url, show))
  }
}

const push = (to: { url: string }) =>
  Taro.getCurrentPages().length < OPEN_PAGES ? Taro.navigateTo(to) : Taro.redirectTo(to)

export function open(url: string): void {
  if (!justAsked(url)) void go(url, push)
}

/** Takes the place of this page, so that going back does not return to it. */
export function replace(url: string): void {
  if (!justAsked(url)) void go(url, to => Taro.redirectTo(to))
}

export function switchTab(tab: Tab): void {
  void go(`/pages/${tab}/index`, to => Taro.switchTab(to))
}

/**
 * To the first page, in the place of all others. At once: WeChat sees what is done about a page that it has not found only
 * while it tells of it.
 */
export function startOver(): void {
  asked = undefined
  void Taro.reLaunch({ url: '/pages/home/index' })
}

/** One page back, or, from a page opened by its address alone, on to the one that it belongs to. */
export function backOr(url: string): void {
  if (Taro.getCurrentPages().length < 2) replace(url)
  else back()
}

/** One page back; a page opened by its address alone goes to the home page. */
export function back(): void {
  asked = undefined
  if (Taro.getCurrentPages().length < 2) return switchTab('home')
  passBack()
  void Taro.navigateBack()
}
