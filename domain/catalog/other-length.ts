/** Players and encoders round, and some count the silence that an encoder puts around a file, seconds. */
const ROUNDED = 2

/**
 * Whether what a player has opened is too long or too short to be the file that is listed.
 * @param opened seconds by the player; 0 while it does not know
 * @param listed seconds by the catalog
 */
export function isOtherLength(opened: number, listed: number): boolean {
  return opened > 0 && opened < Infinity && Math.abs(opened - listed) > ROUNDED
}
