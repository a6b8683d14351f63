import Taro from '@tarojs/taro'

export const folder = () => `${Taro.env.USER_DATA_PATH}/media`
export const pathOf = (name: string) => `${folder()}/${name}`
export const files = () => Taro.getFileSystemManager()

interface Callbacks<T> {
  success: (result: T) => void
  fail: (error: { errMsg: string }) => void
}

/** A call of the file system as a promise. */
export const promised = <T>(call: (callbacks: Callbacks<T>) => unknown): Promise<T> =>
  new Promise((resolve, reject) => {
    call({ success: resolve, fail: ({ errMsg }) => reject(new Error(errMsg)) })
  })
