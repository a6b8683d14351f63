import net from 'node:net'

const near = new net.BlockList()
near.addSubnet('127.0.0.0', 8)
near.addSubnet('10.0.0.0', 8)
near.addSubnet('172.16.0.0', 12)
near.addSubnet('192.168.0.0', 16)
near.addAddress('::1', 'ipv6')
near.addSubnet('fc00::', 7, 'ipv6')
near.addSubnet('fe80::', 10, 'ipv6')

/**
 * Which senders' X-Forwarded-For is believed: that of so many proxies, the nearest of which must stand in a private network.
 * Never all: the first address in it is whatever the guest wrote. Undefined for none.
 */
export function trustedProxies(hops: number): ((address: string, hop: number) => boolean) | undefined {
  if (hops === 0) return undefined
  return (address, hop) => hop < hops && (hop > 0 || near.check(address, net.isIPv6(address) ? 'ipv6' : 'ipv4'))
}
