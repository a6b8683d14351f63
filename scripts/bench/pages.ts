/** The three first visits that are measured, and what a person waits for on each. */
export const visits = [
  { name: '首页', path: '/pages/home/index', content: '#today-event' },
  { name: '书架', path: '/subpackages/library/shelf/index?id=new-democratic', content: '.row' },
  { name: '文章', path: '/subpackages/reader/article/index?id=a-0002', content: '.article__paragraph' },
]
