const CACHE = 'downloads'

/** Cache keys are addresses; this one is never asked of the network. */
export const keyOf = (name: string) => new URL(`./kept/${name}`, location.href.split('#')[0]).href

/** Old browsers, and pages that are not https, have none. */
export const keptCache = () => (typeof caches === 'undefined' ? undefined : caches.open(CACHE))
