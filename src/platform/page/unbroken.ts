/**
 * Words of Chinese that are kept whole where a line ends, as far as the platform knows what a word is; not those with more than
 * `longest` characters, a few where nothing is said, as a large title needs.
 */
export declare function unbroken(title: string, longest?: number): string
