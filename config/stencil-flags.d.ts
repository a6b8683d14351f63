/** A loader; the tests ask what it does by its other name. */
declare const stencilFlags: {
  (source: string): string
  withFlags(source: string, table: string): string
}
export = stencilFlags
