/** A large title whose words are kept whole where a line ends, as far as the platform knows what a word is. */
export declare function unbroken(title: string): string
