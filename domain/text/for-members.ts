/** What engines say of themselves: `readFile:fail no such file`, `TypeError: …`, `net::ERR_…`, `HTTP 404`. */
const ENGINE = /:\s*fail\b|\b\w*Error\b|\bnet::|\bHTTP \d|\b(undefined|null)\b/

/**
 * What a member is told of a failure: `said` when it is a sentence of ours, else `otherwise`. The words of a browser or
 * of WeChat are for the log: nobody can act on them.
 */
export function forMembers(said: string | undefined, otherwise: string): string {
  return said && /[\u4e00-\u9fff]/.test(said) && !ENGINE.test(said) ? said : otherwise
}
