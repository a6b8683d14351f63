import { parentPort } from 'node:worker_threads'
import { excel } from '../../exports/excel'
import { readBranchSheet } from './read'
import { TooLarge } from './sheet-limits'

// Reads sheets that somebody sent, in a thread of its own that may be ended at any moment.
parentPort!.on('message', (bytes: Uint8Array) => {
  readBranchSheet(bytes).then(
    sheet => parentPort!.postMessage({ sheet }),
    (error: Error) => parentPort!.postMessage({ refused: error instanceof TooLarge ? error.message : undefined }),
  )
})

// The time for a sheet begins when its reader is there.
void excel().then(() => parentPort!.postMessage({ ready: true }))
