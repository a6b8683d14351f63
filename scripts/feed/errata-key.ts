import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { inWords } from '../../domain/text/failure'
import nacl from 'tweetnacl/nacl.min.js'
import { parse } from 'yaml'
import { newerErrata, openErrata, sealErrata } from '../../domain/errata/file'
import { signatureCheck, signedBytes } from '../../domain/errata/signature'
import { ERRATA } from './errata'

/** What goes to the host: apart from `dist/errata.json`, which the compiler makes anew. */
export const SIGNED = 'dist/signed/errata.json'

const USAGE = `用法：
npm run errata -- key 私钥文件         做一把钥匙；私钥写进这个文件（不能在本目录里），公钥打印出来，抄进 content/brand.yml 的 errata_key
npm run errata -- sign --key 私钥文件  给 ${ERRATA} 签名，写成 ${SIGNED}`

/** The public key as content/brand.yml holds it: 32 bytes, base64url. */
function publicKeyOf(key: KeyObject): string {
  const { x } = createPublicKey(key).export({ format: 'jwk' })
  return x!
}

/** Runs the command below `root`. @returns the exit code: 0 well, 1 refused, 2 not understood */
export function runErrataKey(args: readonly string[], root: string, print: (line: string) => void): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { key: { type: 'string' } },
    allowPositionals: true,
  })
  const [command, file] = positionals
  if (command === 'key' && file) return makeKey(path.resolve(file), root, print)
  if (command === 'sign' && values.key) return signErrata(path.resolve(values.key), root, print)
  print(USAGE)
  return 2
}

function makeKey(file: string, root: string, print: (line: string) => void): number {
  if (isInside(file, root)) return refuse(print, '私钥不能放在本目录里：会进 git。应当写到别处，例如 ~/errata-key.pem')
  if (existsSync(file)) return refuse(print, `${file} 已经有了；换一把钥匙应当先想好，旧的那把签过的更正手机会丢掉`)
  const { privateKey } = generateKeyPairSync('ed25519')
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600, flag: 'wx' })
  print(`私钥：${file}（只有本人能读；另存一份，丢了就要换钥匙、发新版本）`)
  print(`公钥，抄进 content/brand.yml：errata_key: ${JSON.stringify(publicKeyOf(privateKey))}`)
  return 0
}

function signErrata(file: string, root: string, print: (line: string) => void): number {
  const key = readKey(file)
  if (!key) return refuse(print, `${file} 读不出私钥；应当是 npm run errata -- key 写的文件`)
  const owner = publicKeyOf(key)
  const brand = parse(readFileSync(path.join(root, 'content/brand.yml'), 'utf8')) as { errata_key?: string }
  if (brand.errata_key !== owner)
    return refuse(print, `content/brand.yml 的 errata_key 不是这把钥匙的公钥（${owner}）；手机不会认它签的更正`)
  const made = path.join(root, ERRATA)
  if (!existsSync(made)) return refuse(print, `没有 ${ERRATA}；应当先运行 npm run feed -- --errata`)
  const errata = openErrata(readFileSync(made, 'utf8'))
  const to = path.join(root, SIGNED)
  const before = existsSync(to) ? openErrata(readFileSync(to, 'utf8')).number : 0
  if (errata.number <= before)
    return refuse(
      print,
      `第 ${errata.number} 号不比签过的第 ${before} 号新，手机不会取；应当把 content/errata.yml 的 number 加一，再运行 npm run feed -- --errata`,
    )
  const text = sealErrata(errata, sign(null, signedBytes(errata), key).toString('base64url'))
  // Read as a phone reads it.
  newerErrata(text, undefined, owner, signatureCheck(nacl.sign.detached.verify))
  mkdirSync(path.dirname(to), { recursive: true })
  writeFileSync(to, text)
  print(`${SIGNED}：第 ${errata.number} 号更正，${errata.items.length} 条，已签名。放到主机上即可`)
  return 0
}

function readKey(file: string): KeyObject | undefined {
  try {
    const key = createPrivateKey(readFileSync(file))
    return key.asymmetricKeyType === 'ed25519' ? key : undefined
  } catch {
    return undefined
  }
}

/** Whether a file that need not be there yet lies below `folder`, links followed. */
function isInside(file: string, folder: string): boolean {
  const nearest = (at: string): string => (existsSync(at) ? realpathSync(at) : nearest(path.dirname(at)))
  return `${nearest(file)}${path.sep}`.startsWith(`${realpathSync(folder)}${path.sep}`)
}

function refuse(print: (line: string) => void, why: string): number {
  print(why)
  return 1
}

if (require.main === module) {
  try {
    process.exitCode = runErrataKey(process.argv.slice(2), process.cwd(), line => console.log(line))
  } catch (error) {
    console.error(`${inWords(error as Error)}\n${USAGE}`)
    process.exitCode = 2
  }
}
