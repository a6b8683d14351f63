import type { At, Problem } from '../problem'

/** In place of a problem: a check that cannot be made before the row `id`, which its schema refused, is right. */
export function waitFor(id: string, at: At): Problem {
  return { file: at.file, line: at.line, message: `等 ${id} 改好；应当先改它`, level: 'warning', waitsFor: id }
}

/** Replaces what waits by one warning beside each refused row: the row is at fault, not what cites it. */
export function countWaiting(problems: readonly Problem[], broken: ReadonlyMap<string, At>): Problem[] {
  const counts = new Map<string, number>()
  for (const { waitsFor } of problems) if (waitsFor !== undefined) counts.set(waitsFor, (counts.get(waitsFor) ?? 0) + 1)
  return [
    ...problems.filter(({ waitsFor }) => waitsFor === undefined),
    ...[...counts].map(([id, count]): Problem => {
      const { file = 'content', line = 1 } = broken.get(id) ?? {}
      const message = `${id} 有错，引用它的 ${count} 项核对等着没有做；应当先改好这一条，再运行一次`
      return { file, line, message, level: 'warning' }
    }),
  ]
}
