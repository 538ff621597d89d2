/**
 * Which addresses may be fetched from: public ones, and networks that the operator allows. Everything that the registries
 * of special addresses list is refused (https://www.iana.org/assignments/iana-ipv4-special-registry and -ipv6-).
 */
import { BlockList, isIP } from 'node:net'

const SPECIAL_IPV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]
/** Public IPv6 addresses begin like this; mapped and translated IPv4, loopback, link-local and private ones do not. */
const PUBLIC_IPV6 = ['2000::/3']
/** Protocols, Teredo and 6to4 (which hold an IPv4 address), and documentation. */
const SPECIAL_IPV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']

const special = networks([...SPECIAL_IPV4, ...SPECIAL_IPV6])
const publicIpv6 = networks(PUBLIC_IPV6)

/**
 * Reads a list of networks.
 *
 * @param list networks as `address/bits`
 * @returns a list that can be asked
 * @throws TypeError for what is no network
 */
export function networks(list: readonly string[]): BlockList {
  const found = new BlockList()
  for (const network of list) {
    const [address = '', bits = ''] = network.split('/')
    const family = isIP(address)
    if (family === 0 || !/^\d{1,3}$/.test(bits)) throw new TypeError(`${network} is no network: write address/bits`)
    found.addSubnet(address, Number(bits), family === 4 ? 'ipv4' : 'ipv6')
  }
  return found
}

/**
 * @param address an IPv4 or IPv6 address
 * @param allowed networks that the operator allows on top
 * @returns whether it may be fetched from
 */
export function mayFetchFrom(address: string, allowed: BlockList): boolean {
  const family = isIP(address)
  if (family === 0) return false
  const name = family === 4 ? 'ipv4' : 'ipv6'
  if (allowed.check(address, name)) return true
  return !special.check(address, name) && (family === 4 || publicIpv6.check(address, name))
}
