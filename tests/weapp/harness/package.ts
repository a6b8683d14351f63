import fs from 'node:fs'
import path from 'node:path'

interface SubPackage {
  root: string
  pages: string[]
}

interface AppJson {
  pages: string[]
  subPackages?: SubPackage[]
  tabBar?: { custom?: boolean; list: { pagePath: string }[] }
}

/** File types that WeChat takes along at upload; anything else is not in the package on a phone. */
const UPLOADED =
  /\.(wxml|wxss|wxs|js|json|png|jpe?g|gif|svg|mp3|m4a|aac|mp4|wav|ogg|silk|wasm|br|cer|crt|cert|cur|ico|skel)$/
/** Tools' files, not the package's. */
const LEFT_OUT = new Set(['project.config.json', 'project.private.config.json'])

/** A compiled mini-program in a folder, as the phone has it: a main package, and sub-packages that must be loaded first. */
export class MiniPackage {
  readonly app: AppJson
  private readonly loaded = new Set<string>([''])

  constructor(readonly folder: string) {
    this.app = JSON.parse(fs.readFileSync(path.join(folder, 'app.json'), 'utf8')) as AppJson
  }

  /** Every page that app.json names, tabs first. */
  pages(): string[] {
    return [...this.app.pages, ...this.roots().flatMap(({ root, pages }) => pages.map(page => `${root}/${page}`))]
  }

  roots(): SubPackage[] {
    return this.app.subPackages ?? []
  }

  tabs(): string[] {
    return this.app.tabBar?.list.map(tab => tab.pagePath) ?? []
  }

  /** The sub-package of a file, '' for the main package. */
  rootOf(file: string): string {
    return this.roots().find(({ root }) => file.startsWith(`${root}/`))?.root ?? ''
  }

  load(root: string): void {
    this.loaded.add(root)
  }

  isLoaded(root: string): boolean {
    return this.loaded.has(root)
  }

  /** Path on this machine of a file the phone could open now. @throws as WeChat would word it */
  open(name: string): string {
    const file = name.replace(/^\/+/, '')
    const here = path.join(this.folder, file)
    if (!UPLOADED.test(file) || !fs.existsSync(here)) throw new Error(`no such file or directory, open ${name}`)
    if (!this.isLoaded(this.rootOf(file))) throw new Error(`no such file or directory, open ${name} (not loaded)`)
    return here
  }

  /** Uploaded files of one sub-package, '' for the main package, with their bytes. */
  files(root: string): { file: string; bytes: number }[] {
    return listFiles(this.folder)
      .filter(file => UPLOADED.test(file) && !LEFT_OUT.has(file) && this.rootOf(file) === root)
      .map(file => ({ file, bytes: fs.statSync(path.join(this.folder, file)).size }))
  }

  bytes(root: string): number {
    return this.files(root).reduce((sum, { bytes }) => sum + bytes, 0)
  }
}

function listFiles(folder: string): string[] {
  return fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
}
