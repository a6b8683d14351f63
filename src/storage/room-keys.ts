import Taro from '@tarojs/taro'

/** What a phone or a screen comes back into its room with, after a reload. Rooms last some hours; the last one is enough. */
export interface RoomKey {
  code: string
  key: string
}

/** A phone's, and a screen's that leads: one browser may be both. */
export type RoomRole = 'room/phone' | 'room/screen'

/** The last room of this phone or screen; undefined without one, or where nothing can be read. */
export function readRoomKey(role: RoomRole): RoomKey | undefined {
  try {
    const kept = Taro.getStorageSync(role) as Partial<RoomKey> | ''
    return kept && typeof kept.code === 'string' && typeof kept.key === 'string' ? (kept as RoomKey) : undefined
  } catch {
    return undefined
  }
}

/** Without a key, forgets the one there is. A phone that keeps nothing plays on, until it is reloaded. */
export function keepRoomKey(role: RoomRole, key: RoomKey | undefined): void {
  try {
    if (key) Taro.setStorageSync(role, key)
    else Taro.removeStorageSync(role)
  } catch (error) {
    console.warn('the way back into the room is not kept', error)
  }
}

/** The next one at this phone is nobody in the room that the one before was in, and leads none. */
export function forgetRoomKeys(): void {
  keepRoomKey('room/phone', undefined)
  keepRoomKey('room/screen', undefined)
}
