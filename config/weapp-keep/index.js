// WeChat asks every sub-package for a page; nobody comes here.
Page({})
