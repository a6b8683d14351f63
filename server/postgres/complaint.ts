import path from 'node:path'

/** The C library's words for what is wrong with the machine, and their codes as Node has them. */
const CODES: Record<string, string> = {
  'No space left on device': 'ENOSPC',
  'Disk quota exceeded': 'EDQUOT',
  'Read-only file system': 'EROFS',
  'Permission denied': 'EACCES',
  'Operation not permitted': 'EPERM',
  'Too many open files': 'EMFILE',
  'Cannot allocate memory': 'ENOMEM',
}

const COMPLAINT = new RegExp(`^.*?(?:"([^"\n]+)"[^"\n]*)?(${Object.keys(CODES).join('|')})`, 'm')

/**
 * What a program of PostgreSQL says of the machine, as the error that Node would have thrown: its `code`, and the `path`
 * that it names, or else the data folder it works in. Undefined when it says nothing of the kind.
 */
export function complaintIn(said: string, data: string): (Error & { code: string; path: string }) | undefined {
  const [, named = '', words] = COMPLAINT.exec(said) ?? []
  if (words === undefined) return undefined
  const place = path.resolve(data, named)
  return Object.assign(new Error(`${place}: ${words}`), { code: CODES[words]!, path: place })
}
