import { haveChromium, howToInstall } from './chromium.ts'
import { removeLeftovers } from './own-cluster.ts'
import { dropLeftovers, ensureTemplate, openSuite } from './suite-cluster.ts'

const cluster = await openSuite()
await removeLeftovers()
await dropLeftovers(cluster.ownerUrl)
await ensureTemplate(cluster.ownerUrl, 'kommunen')
await cluster.release({ leaveRunning: true })

if (!haveChromium()) process.stderr.write(`\n${howToInstall}\n\n`)
