import { inWords } from '../../domain/text/failure'

/** Runs a command on what was typed after it; what it throws is told, with how it is used. */
export function runCommand(
  run: (args: readonly string[], root: string, print: (line: string) => void) => Promise<number>,
  usage: string,
): void {
  run(process.argv.slice(2), process.cwd(), line => console.log(line)).then(
    code => {
      process.exitCode = code
    },
    (error: unknown) => {
      console.error(`${inWords(error as Error)}\n${usage}`)
      process.exitCode = 2
    },
  )
}
