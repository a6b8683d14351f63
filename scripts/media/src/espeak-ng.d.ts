declare module 'espeak-ng' {
  /** Runs eSpeak NG's command line in memory; files it writes are read back through `FS`. */
  export default function run(options: {
    arguments: string[]
  }): Promise<{ FS: { readFile: (path: string) => Uint8Array } }>
}
