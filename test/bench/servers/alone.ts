/** The product without processes that compute: this one does all itself, as a control of the bench. */
import { createLogger } from '../../../server/boot/logger.ts'
import { openContext } from '../../../server/boot/open.ts'
import { buildApp } from '../../../server/http/app.ts'
import { listen } from './listen.ts'

const context = await openContext()
await listen(await buildApp(context, createLogger(context.config.logLevel)))
