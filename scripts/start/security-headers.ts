import crypto from 'node:crypto'

/** Beside every file of the web app, wherever it is served; docs/operations.md has them for nginx. */
export const FIXED_HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
} as const

/**
 * What the page may load and run, as the header Content-Security-Policy: its own files, and the scripts that stand in index.html,
 * by their hashes. Styles may stand in the page: Taro writes them so. Sound, pictures and corrections may come from the hosts
 * that the build was given. @param html the built index.html @param elsewhere addresses of those hosts; others are left out
 */
export function contentPolicy(html: string, elsewhere: readonly (string | undefined)[] = []): string {
  const scripts = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, text]) => `'sha256-${crypto.createHash('sha256').update(text!).digest('base64')}'`,
  )
  const hosts = [...new Set(elsewhere.flatMap(it => (/^https?:/.test(it ?? '') ? new URL(it!).origin : [])))]
  const directives = {
    'default-src': ["'self'"],
    'script-src': ["'self'", ...new Set(scripts)],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:', ...hosts],
    'media-src': ["'self'", 'data:', 'blob:', ...hosts],
    // Rooms talk over a WebSocket, which is another scheme of the same host.
    'connect-src': ["'self'", 'data:', 'blob:', ...hosts, ...hosts.map(it => it.replace(/^http/, 'ws'))],
    'font-src': ["'self'", 'data:'],
    'object-src': ["'none'"],
    'base-uri': ["'self'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
  }
  return Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ')
}
