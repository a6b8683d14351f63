import { inWords } from '../../../domain/text/failure'
import { runBackup } from './backup-commands'

// `npm run backup`, `backup:verify` and `backup:restore`.
runBackup(process.argv.slice(2), process.env).then(
  code => process.exit(code),
  (error: Error) => {
    console.error(inWords(error))
    process.exit(1)
  },
)
