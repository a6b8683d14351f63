import { inWords } from '../../../domain/text/failure'
import { runRoster } from './roster-commands'

// `npm run roster`: what the district does with its roster and its bindings.
runRoster(process.argv.slice(2), process.env).then(
  code => process.exit(code),
  (error: Error) => {
    console.error(inWords(error))
    process.exit(1)
  },
)
