/** Kinds of files that people take for a workbook: by their first bytes, for a name tells nothing. */
const OLD_EXCEL = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
/** A locked workbook is kept in the old container, in a stream of this name. */
const LOCKED = Buffer.from('EncryptedPackage', 'utf16le')
const ZIP = Buffer.from('PK')
const SAVE_AS = '请用 Excel 或 WPS 打开，“另存为”.xlsx 以后再传'

/** What the file is instead of an .xlsx workbook and what to do, for the person who sent it; undefined when it may be one. */
export function otherKind(bytes: Buffer): string | undefined {
  if (bytes.subarray(0, ZIP.length).equals(ZIP)) return undefined
  if (bytes.subarray(0, OLD_EXCEL.length).equals(OLD_EXCEL)) {
    return bytes.includes(LOCKED)
      ? '这个表格加了密码：请去掉密码，存成 .xlsx 再传'
      : `这是旧格式的 Excel 表格（.xls），这里读不了：${SAVE_AS}`
  }
  const head = bytes.subarray(0, 4_000)
  if (/^\s*</.test(head.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, ''))) {
    return `这个文件其实是网页，不是 Excel 表格：${SAVE_AS}`
  }
  // Chinese in GBK or UTF-8 has no such bytes; what a program made has.
  const isText = bytes.length > 0 && !head.some(byte => byte < 9 || (byte > 13 && byte < 32))
  if (isText && /[,;\t]/.test(head.toString('latin1'))) return `这是 CSV 文字表格，这里读不了：${SAVE_AS}`
  return undefined
}
