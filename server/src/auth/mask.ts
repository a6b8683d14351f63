/** 王小明 → 王*, for eyes outside the branch. */
export function maskName(name: string): string {
  return `${Array.from(name)[0] ?? ''}*`
}
