import http from 'node:http'
import type { AddressInfo } from 'node:net'

export interface WechatHost {
  /** What the service is told to find it. */
  env: { WECHAT_URL: string; WECHAT_APPID: string; WECHAT_SECRET: string }
  close(): void
}

/** In place of WeChat's server, over HTTP: every code is good and is itself the `openid`, unless `answer` says otherwise. */
export async function startWechatHost(
  answer = (code: string): string => JSON.stringify({ openid: code, session_key: 'k' }),
): Promise<WechatHost> {
  const server = http.createServer((request, response) => {
    response.setHeader('content-type', 'text/plain')
    response.end(answer(new URL(request.url!, 'http://x').searchParams.get('js_code') ?? ''))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    env: { WECHAT_URL: `http://127.0.0.1:${port}`, WECHAT_APPID: 'wxapp', WECHAT_SECRET: 'APPSECRETVALUE' },
    close: () => void server.close(),
  }
}
