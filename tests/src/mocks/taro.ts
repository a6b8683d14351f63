// A Map in place of the platform's synchronous storage; navigation that only says yes.
const storage = new Map<string, unknown>()

const Taro = {
  getStorageSync: (key: string) => storage.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => void storage.set(key, value),
  removeStorageSync: (key: string) => void storage.delete(key),
  getStorageInfoSync: () => ({ keys: [...storage.keys()], currentSize: 0, limitSize: 10240 }),
  navigateTo: async () => ({ errMsg: 'ok' }),
  switchTab: async () => ({ errMsg: 'ok' }),
}

export default Taro
