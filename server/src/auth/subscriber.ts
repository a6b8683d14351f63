import net from 'node:net'

/** Of IPv6 the first four of eight groups: one subscriber has all addresses that begin so. */
export function subscriberOf(address: string): string {
  if (!net.isIPv6(address) || address.includes('.')) return address
  const [head = '', tail = ''] = address.split('%')[0]!.split('::')
  const groups = head === '' ? [] : head.split(':')
  const after = tail === '' ? [] : tail.split(':')
  const zeros = address.includes('::') ? Array.from({ length: 8 - groups.length - after.length }, () => '0') : []
  return [...groups, ...zeros, ...after]
    .slice(0, 4)
    .map(it => parseInt(it, 16).toString(16))
    .join(':')
}
