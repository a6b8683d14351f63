/** One sound at a time on this phone: an episode, a film or an article read out. `audio-turn.weapp.ts` and `audio-turn.h5.ts`. */

/**
 * Takes the turn: whoever had it is stopped, in another tab too.
 * @param stop silences the taker once another takes the turn
 */
export declare function takeTurn(stop: () => void): void
