export const CAN_PRINT = false

export function printPage(): void {
  // Nobody is shown a button for it.
}
