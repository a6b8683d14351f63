import crypto from 'node:crypto'
import fs from 'node:fs'
import http from 'node:http'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import zlib from 'node:zlib'
import { inWords } from '../../domain/text/failure'
import { FIXED_HEADERS } from '../../scripts/start/security-headers'
import { serveApp, type StaticServer } from '../../scripts/start/static-server'

const SOUND = Buffer.from('0123456789')
const SCRIPT = 'console.log("历史")\n'.repeat(100)

let root: string
let server: StaticServer

beforeAll(async () => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'static-'))
  const write = (name: string, content: string | Buffer) => {
    const file = path.join(root, 'dist', name)
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, content)
  }
  write('h5/index.html', '<!doctype html><title>页</title>')
  write('h5/js/app.js', SCRIPT)
  write('h5/js/app.js.br', zlib.brotliCompressSync(SCRIPT))
  write('h5/js/app.js.gz', zlib.gzipSync(SCRIPT))
  write('h5/media/a-0001.m4a', SOUND)
  write('h5/media/empty.m4a', '')
  write('h5/.secret', 'secret')
  write('media/e-0001.m4a', 'built here')
  write('secret.json', 'secret')
  server = await serveApp(root, 0)
})
afterAll(async () => {
  await server.close()
  fs.rmSync(root, { recursive: true })
})

interface Answer {
  status: number
  headers: http.IncomingHttpHeaders
  body: Buffer
}

/** The path goes out as it is written: fetch would tidy it. */
function ask(target: string, headers: http.OutgoingHttpHeaders = {}, method = 'GET'): Promise<Answer> {
  const { port } = new URL(server.address)
  return new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port, path: target, method, headers }, response => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(parts) }),
      )
      response.on('error', reject)
    })
    request.on('error', reject)
    request.end()
  })
}
const sound = (range: string, more: http.OutgoingHttpHeaders = {}) => ask('/media/a-0001.m4a', { range, ...more })

it('an address that somebody can read out leads to its page, and only that one', async () => {
  const answer = await ask('/screen')
  expect([answer.status, answer.headers.location]).toEqual([302, './#/subpackages/screen/show/index'])
  expect((await ask('/verify')).headers.location).toBe('./#/subpackages/contest/verify/index')
  expect((await ask('/screens')).status).toBe(404)
  expect((await ask('/screen', {}, 'POST')).status).toBe(404)
})

describe('byte ranges (RFC 9110, 14)', () => {
  it.each([
    ['bytes=0-3', '0123', 'bytes 0-3/10'],
    ['bytes=4-4', '4', 'bytes 4-4/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=-3', '789', 'bytes 7-9/10'],
    ['bytes=-10', '0123456789', 'bytes 0-9/10'],
    ['bytes=-99', '0123456789', 'bytes 0-9/10'],
    ['bytes=8-99', '89', 'bytes 8-9/10'],
    ['bytes=0-99999999999999999999', '0123456789', 'bytes 0-9/10'],
  ])('%s is answered with %s', async (range, body, contentRange) => {
    const answer = await sound(range)
    expect(answer.status).toBe(206)
    expect(answer.body.toString()).toBe(body)
    expect(answer.headers['content-range']).toBe(contentRange)
    expect(answer.headers['content-length']).toBe(String(body.length))
  })

  it.each(['bytes=10-', 'bytes=10-20', 'bytes=99999999999999999999-', 'bytes=-0'])(
    '%s lies outside and is refused with the length',
    async range => {
      const answer = await sound(range)
      expect(answer.status).toBe(416)
      expect(answer.headers['content-range']).toBe('bytes */10')
    },
  )

  it('of an empty file nothing can be had', async () => {
    expect((await ask('/media/empty.m4a', { range: 'bytes=0-' })).status).toBe(416)
    expect((await ask('/media/empty.m4a')).status).toBe(200)
  })

  it('a range that ends before it begins is refused, and the server stays up', async () => {
    const answer = await sound('bytes=5-2')
    expect(answer.status).toBe(416)
    expect(answer.headers['content-range']).toBe('bytes */10')
    expect((await sound('bytes=0-3')).status).toBe(206)
  })

  it.each(['bytes=', 'bytes=-', 'bytes=a-b', 'bytes=0-5x', 'bytes=1-2-3', 'bytes=0x1-0x2', 'pages=1-2', '5-2'])(
    '%s is no range: the whole file',
    async range => {
      const answer = await sound(range)
      expect(answer.status).toBe(200)
      expect(answer.body).toEqual(SOUND)
      expect(answer.headers['content-range']).toBeUndefined()
    },
  )

  it('several ranges are answered with the whole file', async () => {
    const answer = await sound('bytes=0-1,5-6')
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual(SOUND)
  })

  it('says that it takes ranges', async () => {
    expect((await ask('/media/a-0001.m4a')).headers['accept-ranges']).toBe('bytes')
  })

  it('a range of a compressed file is a part of what would have been sent', async () => {
    const accept = { 'accept-encoding': 'br' }
    const whole = await ask('/js/app.js', accept)
    const [first, rest] = [await ask('/js/app.js', { ...accept, range: 'bytes=0-9' }), whole.body.subarray(0, 10)]
    expect(first.headers['content-encoding']).toBe('br')
    expect(first.body).toEqual(rest)
  })
})

describe('If-Range', () => {
  it('of the very file: the part', async () => {
    const { headers } = await ask('/media/a-0001.m4a')
    expect((await sound('bytes=0-3', { 'if-range': headers['last-modified'] })).status).toBe(206)
  })

  it.each(['"other"', 'Thu, 01 Jan 1970 00:00:00 GMT', 'nonsense'])('of another (%s): the whole', async ifRange => {
    const answer = await sound('bytes=0-3', { 'if-range': ifRange })
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual(SOUND)
  })

  it('a later date is not this file’s, and a weak tag proves nothing: the whole', async () => {
    const { headers } = await ask('/media/a-0001.m4a')
    const later = new Date(Date.parse(headers['last-modified']!) + 60_000).toUTCString()
    expect((await sound('bytes=0-3', { 'if-range': later })).status).toBe(200)
    expect(headers.etag).toMatch(/^W\//)
    expect((await sound('bytes=0-3', { 'if-range': headers.etag })).status).toBe(200)
  })
})

describe('what is served', () => {
  it('the page, without being kept', async () => {
    const answer = await ask('/')
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(answer.headers['cache-control']).toBe('no-cache')
  })

  it.each([
    ['gzip, deflate, br, zstd', 'br', zlib.brotliDecompressSync],
    ['gzip', 'gzip', zlib.gunzipSync],
  ])('to a browser that takes %s the file in %s', async (accept, encoding, open) => {
    const answer = await ask('/js/app.js', { 'accept-encoding': accept })
    expect(answer.headers['content-encoding']).toBe(encoding)
    expect(answer.headers['content-type']).toMatch(/^(text|application)\/javascript/)
    expect(answer.headers.vary).toMatch(/accept-encoding/i)
    expect(open(answer.body).toString()).toBe(SCRIPT)
  })

  it('to one that takes neither the file as it is', async () => {
    const answer = await ask('/js/app.js', { 'accept-encoding': 'identity;q=1, *;q=0' })
    expect(answer.headers['content-encoding']).toBeUndefined()
    expect(answer.body.toString()).toBe(SCRIPT)
  })

  it.each([
    ['br;q=0, *', 'gzip'],
    ['br; q=0.000, gzip;q=0.1', 'gzip'],
    ['BR;Q=0, GZIP', 'gzip'],
    ['gzip;q=0.5, br;q=0.4', 'gzip'],
    ['gzip;q=0.5, *', 'br'],
    ['*', 'br'],
    ['br;q=0', undefined],
    ['br;q=0, gzip;q=0, *', undefined],
    ['*;q=0', undefined],
    ['identity', undefined],
    ['br;q=x', undefined],
    ['', undefined],
  ])('to one that says “%s” the file in %s (RFC 9110, 12.5.3)', async (accept, encoding) => {
    const answer = await ask('/js/app.js', { 'accept-encoding': accept })
    expect(answer.status).toBe(200)
    expect(answer.headers['content-encoding']).toBe(encoding)
  })

  it('a whole address, as proxies are asked (RFC 9112, 3.2.2), by its path', async () => {
    for (const whole of ['http://127.0.0.1:1/js/app.js', 'HTTP://some.where/js/app.js?a=1']) {
      const answer = await ask(whole)
      expect(answer.status).toBe(200)
      expect(answer.body.toString()).toBe(SCRIPT)
    }
    for (const page of ['http://127.0.0.1', 'http://127.0.0.1/', 'http://127.0.0.1?a=1'])
      expect((await ask(page)).body.toString()).toContain('<title>页')
    expect((await ask('http://127.0.0.1/../secret.json')).status).not.toBe(200)
  })

  it('nothing anew when it has not changed', async () => {
    const { headers } = await ask('/index.html')
    const answer = await ask('/index.html', { 'if-none-match': headers.etag })
    expect(answer.status).toBe(304)
    expect(answer.body).toHaveLength(0)
  })

  it('HEAD: the same headers, nothing else; a range means nothing there', async () => {
    const answer = await ask('/media/a-0001.m4a', { range: 'bytes=0-3' }, 'HEAD')
    expect(answer.status).toBe(200)
    expect(answer.headers['content-length']).toBe('10')
    expect(answer.body).toHaveLength(0)
  })

  it('media that is not bundled from dist/media, in ranges too', async () => {
    expect((await ask('/media/e-0001.m4a')).body.toString()).toBe('built here')
    expect((await ask('/media/e-0001.m4a', { range: 'bytes=-4' })).body.toString()).toBe('here')
    expect((await ask('/media/e-0002.m4a')).status).toBe(404)
  })

  it('a file that is written while it runs, as a new build is', async () => {
    fs.writeFileSync(path.join(root, 'dist/h5/js/new.js'), 'new')
    expect((await ask('/js/new.js')).body.toString()).toBe('new')
  })
})

describe('what is not', () => {
  it.each([
    '/../secret.json',
    '/js/../../secret.json',
    '/%2e%2e/secret.json',
    '/js/%2e%2e%2f%2e%2e%2fsecret.json',
    '/..%5csecret.json',
    '/media/../../secret.json',
    '/media/%2e%2e/secret.json',
    '/media/..%2f..%2fsecret.json',
    '//secret.json',
    '/.secret',
    '/%2esecret',
    '/index.html%00',
    '/%',
    '/%ff',
    '/js',
    '/nothing.js',
    '/constructor',
  ])('%s', async target => {
    const answer = await ask(target)
    expect([400, 403, 404]).toContain(answer.status)
    expect(answer.body.toString()).not.toContain('secret\n')
    expect(answer.body.toString()).not.toBe('secret')
  })

  it.each([
    'https://127.0.0.1/index.html',
    'ftp://127.0.0.1/index.html',
    'http:/index.html',
    'http://',
    'index.html',
    '*',
  ])('%s, which names nothing of ours', async target => {
    expect((await ask(target)).status).toBe(400)
  })

  it('what a link in the folder leads to outside of it', async () => {
    fs.symlinkSync('../secret.json', path.join(root, 'dist/h5/linked.json'))
    fs.symlinkSync('..', path.join(root, 'dist/h5/up'))
    fs.symlinkSync('../secret.json', path.join(root, 'dist/h5/index.html.br'))
    fs.symlinkSync('../secret.json', path.join(root, 'dist/media/e-0009.m4a'))
    fs.symlinkSync('js/app.js', path.join(root, 'dist/h5/inside.js'))
    for (const target of ['/linked.json', '/up/secret.json', '/up/media/e-0001.m4a', '/media/e-0009.m4a'])
      expect((await ask(target)).status).toBe(404)
    expect((await ask('/index.html', { 'accept-encoding': 'br' })).status).toBe(404)
    expect((await ask('/inside.js')).body.toString()).toBe(SCRIPT)
    fs.rmSync(path.join(root, 'dist/h5/index.html.br'))
  })

  it('what is sent to a file', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) expect((await ask('/index.html', {}, method)).status).toBe(404)
  })
})

it('who offers another protocol is answered in this one: the page, a range of a sound, the service', async () => {
  const offer = { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': 'AAMAAABk' }
  expect((await ask('/', offer)).body.toString()).toContain('页')
  expect(await sound('bytes=5-2', offer)).toMatchObject({ status: 416, headers: { connection: 'close' } })
  expect((await ask('/v1/me', offer)).status).toBe(503)
  await expect(ask('/', offer, 'POST')).rejects.toThrow('hang up')
})

describe('the service', () => {
  it('is said to be away until it is there, then answers for itself', async () => {
    const away = await ask('/v1/me')
    expect(away.status).toBe(503)
    expect(JSON.parse(away.body.toString())).toMatchObject({ error: 'starting' })
    server.mount((request, response) => response.end(`service ${request.url}`))
    for (const target of ['/v1/me?a=1', '/docs', '/docs/', '/healthz', '/readyz', '/metrics'])
      expect((await ask(target)).body.toString()).toBe(`service ${target}`)
    expect((await ask('/v1.js')).status).toBe(404)
    expect((await ask('http://127.0.0.1/v1/me?a=1')).body.toString()).toBe('service /v1/me?a=1')
  })
})

// Elsewhere nothing says which files are open.
const onLinux = fs.existsSync('/proc/self/fd') ? it : it.skip
onLinux('a reader who goes away with answers still to come leaves no file open', async () => {
  const film = path.join(root, 'dist/h5/media/film.mp4')
  // More than the kernel takes at once, so that the first answer is not done and the others wait behind it.
  fs.writeFileSync(film, Buffer.alloc(32 * 1024 * 1024))
  const open = () => fs.readdirSync('/proc/self/fd').filter(fd => isLinkTo(`/proc/self/fd/${fd}`, film)).length
  const until = async (many: number) => {
    while (open() !== many) await sleep(20)
  }
  const socket = net.connect(Number(new URL(server.address).port), '127.0.0.1')
  socket.on('error', () => undefined).pause()
  socket.write('GET /media/film.mp4 HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(20))
  await until(20)
  socket.resetAndDestroy()
  await until(0)
})
function isLinkTo(link: string, file: string): boolean {
  try {
    return fs.readlinkSync(link) === file
  } catch {
    return false
  }
}

it('a file that cannot be opened is told and answered so, and the server stays up', async () => {
  const troubles: string[] = []
  const other = await serveApp(root, 0, '127.0.0.1', error => troubles.push(inWords(error)))
  const open = jest.spyOn(fs, 'open').mockImplementation(((file: string, ...rest: unknown[]) => {
    const error = Object.assign(new Error('EMFILE: too many open files'), { code: 'EMFILE', path: file })
    ;(rest.at(-1) as (error: Error) => void)(error)
  }) as typeof fs.open)
  const answer = await fetch(`${other.address}index.html`)
  open.mockRestore()
  expect(answer.status).toBe(503)
  expect(answer.headers.get('content-type')).toBeNull()
  expect(troubles).toEqual([expect.stringMatching(/同时打开的文件太多.*：.*index\.html（EMFILE）/)])
  expect((await fetch(`${other.address}index.html`)).status).toBe(200)
  await other.close()
})

it('a port that is taken is named with what to do', async () => {
  const { port } = new URL(server.address)
  await expect(serveApp(root, Number(port))).rejects.toThrow(`PORT=${Number(port) + 1} npm start`)
})

it('without a build it says how to make one', async () => {
  await expect(serveApp(path.join(root, 'nowhere'), 0)).rejects.toThrow('npm run build:h5')
})

test('the app may run its own scripts only, stands in nobody’s frame, whatever is asked for', async () => {
  const inline = 'window.built = {}'
  const page = path.join(root, 'dist/h5/index.html')
  const before = fs.readFileSync(page)
  fs.writeFileSync(page, `<!doctype html><script data-early>${inline}</script><script src="./js/app.js"></script>`)
  try {
    for (const target of ['/', '/js/app.js', '/media/a-0001.m4a']) {
      const { headers } = await ask(target)
      const policy = headers['content-security-policy']!
      const hash = crypto.createHash('sha256').update(inline).digest('base64')
      expect(policy).toContain(`script-src 'self' 'sha256-${hash}';`)
      expect(policy).toContain("frame-ancestors 'none'")
      expect(headers['x-frame-options']).toBe('DENY')
      expect(headers['x-content-type-options']).toBe('nosniff')
    }
    const nothing = await ask('/none')
    expect(nothing.headers['content-security-policy']).toBe("default-src 'none'")
    expect(nothing.headers['x-frame-options']).toBe('DENY')
  } finally {
    fs.writeFileSync(page, before)
  }
})

test('nginx in docs/operations.md writes the same headers', () => {
  const sample = fs.readFileSync('docs/operations.md', 'utf8').toLowerCase()
  for (const [name, value] of Object.entries(FIXED_HEADERS)) {
    expect(sample).toContain(`add_header ${name} "${value.toLowerCase()}" always;`)
  }
  expect(sample).toContain('add_header content-security-policy')
})
