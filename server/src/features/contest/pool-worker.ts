import { parentPort } from 'node:worker_threads'
import { excel } from '../../exports/excel'
import { TooLarge } from '../roster/sheet-limits'
import { readPoolSheet } from './read-pool-sheet'

// Reads pools that somebody sent, in a thread of its own that may be ended at any moment.
parentPort!.on('message', (bytes: Uint8Array) => {
  readPoolSheet(bytes).then(
    sheet => parentPort!.postMessage({ sheet }),
    (error: Error) => parentPort!.postMessage({ refused: error instanceof TooLarge ? error.message : undefined }),
  )
})

// The time for a sheet begins when its reader is there.
void excel().then(() => parentPort!.postMessage({ ready: true }))
