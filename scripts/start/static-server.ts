import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import sirv from 'sirv'

export interface StaticServer {
  address: string
  /** Hands requests under `/v1/` and `/docs`, and those of operators, to the participation service once it is up. */
  mount(service: http.RequestListener): void
  close(): Promise<void>
}

/**
 * Serves the built web app, with byte ranges so that audio can be sought. Media that is not bundled is taken from `dist/media`.
 * @param port 0 takes any free one
 * @throws Error when `dist/h5` has not been built or the port is taken
 */
export async function serveApp(root: string, port: number, host = '127.0.0.1'): Promise<StaticServer> {
  const app = path.join(root, 'dist/h5')
  if (!fs.existsSync(path.join(app, 'index.html'))) throw new Error('dist/h5 还没有构建，先运行 npm run build:h5')
  const media = path.join(root, 'dist/media')
  // dev: look at the disk for every request, so that a new build shows without a restart.
  const page = sirv(app, { dev: true, etag: true, brotli: true, gzip: true })
  const files = fs.existsSync(media) ? sirv(media, { dev: true, etag: true }) : undefined
  let service: http.RequestListener = notUp
  const server = http.createServer((request, response) => {
    if (/^\/(v1|docs|healthz|readyz|metrics)(\/|\?|$)/.test(request.url ?? '')) return service(request, response)
    response.setHeader('Cache-Control', 'no-cache')
    page(request, response, () => {
      const missing = () => {
        response.statusCode = 404
        response.end('Not found')
      }
      if (!files || !request.url?.startsWith('/media/')) return missing()
      request.url = request.url.slice('/media'.length)
      files(request, response, missing)
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new Error(`端口 ${port} 已被占用，换一个：PORT=8081 npm start`) : error)
    })
    server.listen(port, host, resolve)
  })
  const { port: taken } = server.address() as { port: number }
  return {
    address: `http://${host}:${taken}/`,
    mount: listener => {
      service = listener
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** The app works without the service and shows what this says. */
function notUp(_request: http.IncomingMessage, response: http.ServerResponse): void {
  response.writeHead(503, { 'content-type': 'application/json; charset=utf-8', 'retry-after': '5' })
  response.end(JSON.stringify({ error: 'starting', message: '参与服务没有启动或正在启动，学习不受影响' }))
}
