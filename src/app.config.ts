import { COLOURS } from './styles/tokens'

const { paper, surface, red, ...colours } = COLOURS.light

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/learn/index', 'pages/quiz/index', 'pages/me/index'],
  subPackages: [
    { root: 'subpackages/reader', pages: ['article/index', 'notes/index'] },
    { root: 'subpackages/player', pages: ['episode/index', 'downloads/index'] },
    {
      root: 'subpackages/library',
      pages: [
        'shelf/index',
        'search/index',
        'timeline/index',
        'people/index',
        'mine/index',
        'ask/index',
        'course/index',
      ],
    },
    {
      root: 'subpackages/exam',
      pages: [
        'run/index',
        'result/index',
        'practice/index',
        'timed/index',
        'walk/index',
        'friend/index',
        'which-first/index',
      ],
    },
    { root: 'subpackages/review', pages: ['notebook/index', 'knowledge/index'] },
    { root: 'subpackages/account', pages: ['account/index', 'demo/index', 'bind/index', 'consent/index'] },
    {
      root: 'subpackages/branch',
      pages: [
        'slip/index',
        'collect/index',
        'month/index',
        'home/index',
        'members/index',
        'member/index',
        'report/index',
        'assignments/index',
        'assign/index',
        'assignment/index',
        'offline/index',
        'meetings/index',
        'meeting/index',
        'joining/index',
        'roster/index',
        'nudge/index',
        'audit/index',
        'tasks/index',
        'sign/index',
      ],
    },
    {
      root: 'subpackages/district',
      pages: ['org/index', 'sample/index', 'audit/index'],
    },
    {
      root: 'subpackages/settings',
      pages: [
        'settings/index',
        'about/index',
        'privacy/index',
        'rules/index',
        'badges/index',
        'week/index',
        'course/index',
      ],
    },
    // Those that hold files only, `feed`, `sources` and `media/…`, are added by config/file-packages.ts.
  ],
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['feed', 'subpackages/reader'] },
    'pages/quiz/index': { network: 'all', packages: ['subpackages/exam', 'subpackages/review'] },
    'pages/learn/index': { network: 'all', packages: ['subpackages/library', 'subpackages/player'] },
    // Where facts are opened, what they stand on is at hand.
    'subpackages/reader/article/index': { network: 'all', packages: ['sources'] },
    'subpackages/player/episode/index': { network: 'all', packages: ['sources'] },
    'subpackages/library/people/index': { network: 'all', packages: ['sources'] },
    'subpackages/library/timeline/index': { network: 'all', packages: ['sources'] },
  },
  requiredBackgroundModes: ['audio'],
  // The question before a private function is then asked in our words (layout/privacy-ask).
  __usePrivacyCheck__: true,
  ...(process.env.SPEECH_PLUGIN === '1' && process.env.TARO_ENV === 'weapp'
    ? { plugins: { WechatSI: { version: '0.3.5', provider: 'wx069ba97219f66d99' } } }
    : {}),
  lazyCodeLoading: 'requiredComponents',
  darkmode: true,
  // The bar itself is drawn by <Screen> on both platforms, so that it follows the type scale; WeChat needs the entry.
  tabBar: {
    custom: true,
    color: colours['ink-2'],
    selectedColor: red,
    backgroundColor: surface,
    list: [
      { pagePath: 'pages/home/index', text: '首页' },
      { pagePath: 'pages/learn/index', text: '学习' },
      { pagePath: 'pages/quiz/index', text: '答题' },
      { pagePath: 'pages/me/index', text: '我的' },
    ],
  },
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: 'e起学党史',
    navigationBarTextStyle: 'black',
    navigationBarBackgroundColor: paper,
    backgroundColor: paper,
    backgroundTextStyle: 'dark',
  },
})
