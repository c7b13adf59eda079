/** The product, with the large questionnaire in place of its own. */

import { createLogger } from '../../../server/boot/logger.ts'
import { openContext } from '../../../server/boot/open.ts'
import { Forms, makeForm } from '../../../server/forms/form.ts'
import { buildApp } from '../../../server/http/app.ts'
import { compile } from '../../../surveys/compile/compile.ts'
import { largeQuestionnaire } from '../questionnaire.ts'
import { listen } from './listen.ts'

const form = makeForm(compile(largeQuestionnaire()))
const context = await openContext()
const forms = new Forms(() => Promise.resolve(form))
await listen(await buildApp(context, createLogger(context.config.logLevel), forms))
