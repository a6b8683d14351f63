import fs from 'node:fs'
import { contentPolicy } from './security-headers'

// `npx tsx scripts/start/print-policy.ts`: the policy of the web app that was built, for another server's configuration.
const { MEDIA_BASE_URL, ERRATA_URL, SERVICE_URL } = process.env
console.log(contentPolicy(fs.readFileSync('dist/h5/index.html', 'utf8'), [MEDIA_BASE_URL, ERRATA_URL, SERVICE_URL]))
