/** `manifest.json`: which files a feed has. By it whoever keeps a copy knows whether anything changed, and whether the copy is whole. */
export interface ManifestFile {
  /** File name below `dist/feed`. */
  name: string
  bytes: number
  sha256: string
}
export interface Manifest {
  schema: 1
  /** First 16 hex digits of the sha-256 over all files' names and hashes, the catalog's taken without its version. */
  version: string
  files: ManifestFile[]
}
