export default defineAppConfig({
  pages: ['pages/home/index', 'pages/topics/index', 'pages/sessions/index', 'pages/notices/index', 'pages/me/index'],
  subPackages: [
    { root: 'pages/topic', pages: ['index'] },
    { root: 'pages/vote', pages: ['index', 'verify'] },
    { root: 'pages/notice', pages: ['index'] },
    { root: 'pages/raise', pages: ['index', 'drafts'] },
    { root: 'pages/session', pages: ['index', 'hall', 'code'] },
    { root: 'pages/moderator', pages: ['index', 'step', 'schedule', 'motion', 'register', 'reach', 'calls', 'log'] },
    { root: 'pages/committee', pages: ['index', 'record'] },
    { root: 'pages/mine', pages: ['index', 'bind', 'household'] },
    { root: 'pages/file', pages: ['index'] },
    { root: 'pages/village', pages: ['rules', 'petition'] },
    { root: 'pages/teller', pages: ['index', 'count', 'proxy', 'sheet'] },
    { root: 'pages/roll', pages: ['index', 'import', 'change', 'mine'] },
  ],
  // In the main package: a plugin stands in one place only, and two subpackages listen with it.
  plugins: { WechatSI: { version: '0.0.7', provider: 'wx069ba97219f66d99' } },
  // What the next tap most likely needs, fetched while one reads.
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['pages/topic', 'pages/vote', 'pages/notice', 'pages/raise', 'pages/session'] },
    'pages/topics/index': { network: 'all', packages: ['pages/topic'] },
    'pages/topic/index': { network: 'all', packages: ['pages/vote', 'pages/notice'] },
    'pages/notices/index': { network: 'all', packages: ['pages/notice', 'pages/topic'] },
    'pages/notice/index': { network: 'all', packages: ['pages/topic'] },
    'pages/sessions/index': { network: 'all', packages: ['pages/session', 'pages/topic'] },
    'pages/me/index': { network: 'wifi', packages: ['pages/topic', 'pages/vote', 'pages/notice', 'pages/moderator', 'pages/committee'] },
  },
  tabBar: {
    // Drawn by the pages (components/tab-bar): the words must grow in elder mode, and WeChat's own bar does not let them.
    custom: true,
    color: '#5d6a63',
    selectedColor: '#155540',
    backgroundColor: '#ffffff',
    list: [
      { pagePath: 'pages/home/index', text: '首页' },
      { pagePath: 'pages/topics/index', text: '议题' },
      { pagePath: 'pages/sessions/index', text: '议事' },
      { pagePath: 'pages/notices/index', text: '公示' },
      { pagePath: 'pages/me/index', text: '我的' },
    ],
  },
  window: {
    navigationBarTitleText: '村议事厅',
    navigationBarBackgroundColor: '#f4f6f3',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f4f6f3',
    backgroundTextStyle: 'dark',
  },
  lazyCodeLoading: 'requiredComponents',
  sitemapLocation: 'sitemap.json',
  __usePrivacyCheck__: true,
})
