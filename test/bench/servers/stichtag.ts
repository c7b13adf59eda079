/** The product, with the large questionnaire in place of its own. */

import { buildApp } from '../../../server/app.ts'
import { Forms, makeForm } from '../../../server/form.ts'
import { createLogger } from '../../../server/logger.ts'
import { openContext } from '../../../server/open.ts'
import { compile } from '../../../surveys/compile.ts'
import { largeQuestionnaire } from '../questionnaire.ts'
import { listen } from './listen.ts'

const form = makeForm(compile(largeQuestionnaire()))
const context = await openContext()
const forms = new Forms(() => Promise.resolve(form))
await listen(await buildApp(context, createLogger(context.config.logLevel), forms))
