import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const FORMAT = 1
const NAME = 'manifest.json'

const sha256 = z.string().regex(/^[\da-f]{64}$/)
const plainName = z.string().regex(/^[a-z][\w.-]*$/)

const manifestSchema = z.object({
  format: z.literal(FORMAT),
  /** When the snapshot was taken, ISO 8601. */
  at: z.string().refine(it => !Number.isNaN(Date.parse(it))),
  /** What had been applied, in the order of the names. */
  migrations: z.array(z.object({ name: z.string(), sha256 })),
  /** MACs of `at` under the peppers of then: without these every binding is lost. */
  peppers: z.array(z.string()).min(1),
  tables: z.array(
    z.object({
      table: plainName,
      columns: z.array(plainName).min(1),
      rows: z.int().min(0),
      /** Of the lines, unpacked. */
      sha256,
      /** In the same folder: CSV with a head, gzip. */
      file: plainName,
    }),
  ),
})

/** What a backup says of itself: one folder, one packed CSV file a table, and this. */
export type Manifest = z.infer<typeof manifestSchema>
export type TableInBackup = Manifest['tables'][number]

/** What {@link writeManifest} writes, in the format of this version. */
export const newManifest = (rest: Omit<Manifest, 'format'>): Manifest => ({ format: FORMAT, ...rest })

/** Written last: a folder without it is no backup. */
export function writeManifest(dir: string, manifest: Manifest): void {
  fs.writeFileSync(path.join(dir, NAME), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600 })
}

/** @throws Error that says what is wrong with the folder */
export function readManifest(dir: string): Manifest {
  const file = path.join(dir, NAME)
  if (!fs.existsSync(file)) throw new Error(`${dir} 里没有 ${NAME}：这不是一份备份，或者没有做完`)
  let read: unknown
  try {
    read = JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch {
    throw new Error(`${file} 读不出来，这份备份坏了`)
  }
  const found = manifestSchema.safeParse(read)
  if (!found.success)
    throw new Error(`${file} 不是这一版服务写的样子，这份备份不能用：${found.error.issues[0]!.message}`)
  return found.data
}
