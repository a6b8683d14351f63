/** The native compiler, by its path as in scripts/test/steps.ts: both versions bring a `tsc`. The same files in a third of the work. */
export const COMPILER = 'node_modules/typescript-7/bin/tsc'
