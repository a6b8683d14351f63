/** For V8: a new generation that holds what a test leaves behind is collected less often (docs/performance.md). */
export const ROOMY = ['--min-semi-space-size=64', '--max-semi-space-size=64']
