import type { Progress } from '../build/progress'

const BEGINNING_OF_LINE = '\r\u001B[K'

/** The part of a terminal that is used, so that a test can stand in for it. */
export interface Screen {
  isTTY?: boolean
  columns?: number
  write(text: string): unknown
}

/**
 * Tells a person what is being done. In a terminal one line counts the seconds and is replaced by what was done; elsewhere
 * (a file, a pipe, a dumb terminal) each thing is a plain line of its own.
 */
export function tellProgress(
  out: Screen,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Progress & { end(): void } {
  const moving = out.isTTY === true && env.TERM !== 'dumb' && !env.CI
  let timer: NodeJS.Timeout | undefined
  const end = () => {
    if (timer) out.write(BEGINNING_OF_LINE)
    clearInterval(timer)
    timer = undefined
  }
  return {
    doing(words, about) {
      end()
      const before = about === undefined ? '' : `（上次 ${Math.round(about)} 秒）`
      if (!moving) return void out.write(`${words} …${before}\n`)
      const began = performance.now()
      const draw = () => {
        const line = `${words} ${Math.round((performance.now() - began) / 1000)} 秒${before}`
        // A Chinese character is two columns wide; a line that wraps could not be replaced.
        out.write(BEGINNING_OF_LINE + line.slice(0, Math.floor((out.columns ?? 80) / 2) - 1))
      }
      draw()
      timer = setInterval(draw, 1000)
      timer.unref()
    },
    done(words) {
      end()
      out.write(`${words}\n`)
    },
    end,
  }
}
