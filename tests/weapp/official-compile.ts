import crypto from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import * as ci from 'miniprogram-ci'
import { PACKAGE } from './subject'

const APP_ID = 'wx1234567890abcdef'
const PATIENCE = 120_000

/** What WeChat's server would answer about an ordinary account; without it the compiler asks the network. */
const ACCOUNT = {
  ...ci.DefaultProjectAttr,
  appid: APP_ID,
  appType: 0,
  isSDK: false,
  setting: {
    ...ci.DefaultProjectAttr?.setting,
    MaxCodeSize: 2,
    MaxSubpackageSubCodeSize: 2,
    MaxSubpackageFullCodeSize: 30,
    NavigateMiniprogramLimit: 10,
    MaxSubPackageLimit: 100,
    MinTabbarCount: 2,
    MaxTabbarCount: 5,
    MaxTabbarIconSize: 40,
  },
}

/** Advice that does not apply: the build has minified everything, and the sounds lie in sub-packages of their own. */
const ADVICE = new Set(['JS_COMPRESS_OPEN', 'WXML_COMPRESS_OPEN', 'WXSS_COMPRESS_OPEN', 'IMAGE_AND_AUDIO_LIMIT'])

interface Quality {
  name: string
  success: boolean
  text: string
  detail?: unknown
}

/**
 * Compiles a package with WeChat's own compiler, offline: nothing is uploaded and no account is needed.
 * @returns what it finds wrong, in its own words
 */
export async function officialFaults(folder: string): Promise<string[]> {
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'official-'))
  try {
    const project = projectOf(folder, work)
    const compile = () =>
      ci.getCompiledResult(
        {
          project,
          version: '1',
          desc: 'check',
          setting: { es6: false, minify: false, minifyWXML: true, minifyWXSS: true },
          onProgressUpdate: () => undefined,
        } as never,
        path.join(work, 'compiled.zip'),
      )
    return [
      ...(await faultsOf('getAppJSON', () => ci.getAppJSON(project as never))),
      ...(await qualityFaults(project)),
      ...(await faultsOf('getCompiledResult', compile)),
    ]
  } finally {
    fs.rmSync(work, { recursive: true, force: true })
  }
}

/** The uploader refuses a project without a key; any will do where nothing is uploaded. */
function projectOf(folder: string, work: string): ci.Project {
  const { privateKey } = crypto.generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  })
  const key = path.join(work, 'made-at-run-time.key')
  fs.writeFileSync(key, privateKey)
  const project = new ci.Project({
    appid: APP_ID,
    type: 'miniProgram',
    projectPath: path.resolve(folder),
    privateKeyPath: key,
    ignores: ['node_modules/**/*'],
  })
  return Object.assign(project, { attr: async () => ACCOUNT, attrSync: () => ACCOUNT, _attr: ACCOUNT })
}

async function qualityFaults(project: ci.Project): Promise<string[]> {
  const found: string[] = []
  const faults = await faultsOf('checkCodeQuality', async () => {
    for (const { name, success, text, detail } of ((await ci.checkCodeQuality(project as never)) ?? []) as Quality[])
      if (!success && !ADVICE.has(name))
        found.push(`checkCodeQuality: ${text} ${JSON.stringify(detail ?? '').slice(0, 400)}`)
  })
  return [...faults, ...found]
}

async function faultsOf(name: string, work: () => Promise<unknown>): Promise<string[]> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${PATIENCE / 1000} s`)), PATIENCE)
  })
  try {
    await Promise.race([work(), late])
    return []
  } catch (error) {
    return [`${name}: ${(error as Error).message ?? String(error)}`]
  } finally {
    clearTimeout(timer)
  }
}

/** `npm run check:weapp`, of the built package or of the folders that are named. */
async function main(): Promise<void> {
  const folders = process.argv.length > 2 ? process.argv.slice(2) : [PACKAGE]
  let refused = false
  for (const folder of folders) {
    if (!fs.existsSync(path.join(folder, 'app.json'))) {
      console.error(`${folder} 里没有小程序包；先运行 npm run build:weapp`)
      process.exit(2)
    }
    const faults = await officialFaults(folder)
    for (const fault of faults) console.error(`✕ ${folder}  ${fault}`)
    if (faults.length === 0) console.log(`✓ 微信官方编译器接受了 ${folder}`)
    else refused = true
  }
  process.exit(refused ? 1 : 0)
}

if (require.main === module) void main()
