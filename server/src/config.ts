import { z } from 'zod'

const LOOPBACK = ['127.0.0.1', '::1', 'localhost']
const flag = z.enum(['0', '1'], '应为 0 或 1').default('0')
const secret = z.string().min(32, '不少于 32 个字符').optional()

const schema = z.object({
  HOST: z.string().default('127.0.0.1'),
  SERVICE_PORT: z.coerce.number().int().min(0).max(65535).default(8081),
  /** Production. Under DEMO a service without it brings up its own PostgreSQL in DATA_DIR; anything else refuses. */
  DATABASE_URL: z.string().optional(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(16),
  DATA_DIR: z.string().default('.data'),
  FEED_DIR: z.string().default('dist/feed'),
  /** Ids that were ever published: a day may name one that is withheld by now. */
  IDS_FILE: z.string().default('content/ids.lock'),
  /** Signs access tokens. */
  JWT_SECRET: secret,
  /** The one before: tokens signed with it are believed until they run out. */
  JWT_SECRET_BEFORE: secret,
  /** Keys the HMAC of openids, invite codes and last four digits: lost, every binding is lost. */
  PEPPER: secret,
  /** The one before: what it hashed is still found. The new one then begins with a version, `2:`. */
  PEPPER_BEFORE: secret,
  /** Ed25519 seed, 64 hex digits: signs contests' certificates. Changed, those given out before name another key. */
  CERTIFICATE_KEY: z
    .string()
    .regex(/^[\da-f]{64}$/, '应为 64 位十六进制：openssl rand -hex 32')
    .optional(),
  WECHAT_APPID: z.string().default(''),
  WECHAT_SECRET: z.string().default(''),
  WECHAT_URL: z.url().default('https://api.weixin.qq.com'),
  DEMO: flag,
  /** Serves the API's document at /docs; under DEMO it is served anyway. */
  API_DOCS: flag,
  /** How many reverse proxies stand before the service: so many of X-Forwarded-For's last addresses are believed. */
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  /** Bearer token that may read /metrics from elsewhere; without one only the machine itself may. */
  METRICS_TOKEN: z.string().min(16, '不少于 16 个字符').optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

export interface Config {
  host: string
  port: number
  databaseUrl?: string
  poolSize: number
  dataDir: string
  feedDir: string
  idsFile: string
  jwtSecret?: string
  jwtSecretBefore?: string
  pepper?: string
  pepperBefore?: string
  certificateKey?: string
  wechat: { appId: string; secret: string; url: string }
  demo: boolean
  apiDocs: boolean
  trustProxy: number
  metricsToken?: string
  logLevel: string
}

/**
 * The service's settings from environment variables (docs/operations.md lists them). An empty one is as good as none: a
 * compose file cannot leave one out. Throws Error that names each wrong one; values are never printed.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.entries(env).filter(([, value]) => value !== '')
  const parsed = schema.safeParse(Object.fromEntries(given))
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`环境变量有误：\n${wrong.join('\n')}`)
  }
  const it = parsed.data
  if (it.DEMO === '1' && !LOOPBACK.includes(it.HOST)) {
    throw new Error('DEMO=1 只能在本机使用：HOST 请设为 127.0.0.1')
  }
  if (it.DATABASE_URL && it.DEMO !== '1' && (!it.JWT_SECRET || !it.PEPPER)) {
    throw new Error('正式环境（DATABASE_URL）须设置 JWT_SECRET 和 PEPPER，各不少于 32 个字符')
  }
  if (it.PEPPER_BEFORE && !/^\d{1,4}:/.test(it.PEPPER ?? '')) {
    throw new Error('换 PEPPER 时，新的要以版本开头，例如 2:……，旧的放在 PEPPER_BEFORE（docs/operations.md，换密钥）')
  }
  return {
    host: it.HOST,
    port: it.SERVICE_PORT,
    databaseUrl: it.DATABASE_URL,
    poolSize: it.DATABASE_POOL,
    dataDir: it.DATA_DIR,
    feedDir: it.FEED_DIR,
    idsFile: it.IDS_FILE,
    jwtSecret: it.JWT_SECRET,
    jwtSecretBefore: it.JWT_SECRET_BEFORE,
    pepper: it.PEPPER,
    pepperBefore: it.PEPPER_BEFORE,
    certificateKey: it.CERTIFICATE_KEY,
    wechat: { appId: it.WECHAT_APPID, secret: it.WECHAT_SECRET, url: it.WECHAT_URL },
    demo: it.DEMO === '1',
    apiDocs: it.DEMO === '1' || it.API_DOCS === '1',
    trustProxy: it.TRUST_PROXY,
    metricsToken: it.METRICS_TOKEN,
    logLevel: it.LOG_LEVEL,
  }
}

/**
 * A forgotten DATABASE_URL must not make a second, empty database look like the district's: the bundled one is only for the
 * demo. Throws Error that says what to do.
 */
export function requireDatabase({ databaseUrl, demo }: Pick<Config, 'databaseUrl' | 'demo'>): void {
  if (databaseUrl || demo) return
  throw new Error(
    '没有设置 DATABASE_URL，什么都没有做。先读入写着它的文件（set -a; . /etc/dangshi.env; set +a，见 docs/operations.md）再运行；要用自带的演示数据库，加上 DEMO=1',
  )
}
