/** The first start of the demo in a process of its own, with a district of the true size, to be stopped. */
import { readConfig } from '../../server/src/config'
import { startService } from '../../server/src/start'
import { Stopped, stopSignal } from '../../server/src/stop'
import { demoFeed } from './feed'

startService(readConfig(process.env), 'full', demoFeed(), stopSignal()).then(
  () => process.exit(1),
  (error: Error) => process.exit(error instanceof Stopped ? 0 : 2),
)
