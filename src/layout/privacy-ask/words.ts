interface Asked {
  /** What the step does, after 这一步要. */
  what: string
  /** How the step goes without it. */
  otherwise: string
}

/** By WeChat's names of the functions that this app uses (docs/wechat-release.md lists the same). */
const WORDS: Record<string, Asked | undefined> = {
  saveImageToPhotosAlbum: { what: '把这张图存进相册', otherwise: '长按图片也能保存' },
  setClipboardData: { what: '把文字放进剪贴板', otherwise: '可以截图，或者照着屏幕抄' },
  scanCode: {
    what: '打开摄像头扫一下二维码，不留画面',
    otherwise: '签到可以输六位数字，学习单可以粘贴文字，换手机可以输入字码',
  },
  chooseMessageFile: { what: '从聊天里选一个文件', otherwise: '可以在电脑的网页版里选' },
  'RecorderManager.start': { what: '用麦克风录下您讲的，只存在这部手机上', otherwise: '可以照着文稿练，只是不录' },
  addPhoneCalendar: { what: '在手机日历里写下这次会议', otherwise: '只是日历里没有这一条' },
  addPhoneRepeatCalendar: { what: '在手机日历里写一条提醒', otherwise: '只是没有提醒' },
}

/** What is asked and what works after a no. @param api WeChat's name of the function that waits */
export function privacyWords(api: string): string {
  const { what, otherwise } = WORDS[api] ?? { what: '用到手机的一项功能', otherwise: '只是这一步做不了' }
  return `这一步要${what}，微信要先问过您。不同意也可以：${otherwise}。读、听、答题都不受影响。`
}
