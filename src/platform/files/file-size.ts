/** Largest file that is read in, bytes: years of records are a few megabytes, a film would fill the memory. */
export const MOST_BYTES = 30_000_000
export const TOO_LARGE = '这个文件太大，不会是这里要的；请看看是不是选错了'
