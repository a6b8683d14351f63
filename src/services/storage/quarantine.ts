import type { KeyValue } from './key-value'

/** A value that could not be read was set aside under a key of its own; the member is told, nothing is thrown away. */
export interface SetAside {
  key: string
  at: number
}

const PREFIX = 'aside/'

/** Moves what cannot be read out of the way, so that studying goes on. */
export async function setAside(kv: KeyValue, key: string, raw: unknown, at: number): Promise<SetAside> {
  await kv.update(
    [],
    () =>
      new Map<string, unknown>([
        [key, undefined],
        [`${PREFIX}${at}/${key}`, String(raw)],
      ]),
  )
  return { key, at }
}

/** What has been set aside so far, oldest first. */
export async function listAside(kv: KeyValue): Promise<SetAside[]> {
  return (await kv.keys(PREFIX)).map(name => {
    const [, at = '0', ...key] = name.split('/')
    return { at: Number(at), key: key.join('/') }
  })
}
