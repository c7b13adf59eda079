import type { FastifyInstance } from 'fastify'
import type { RouteContext } from '../../../boot/context.ts'
import type { Cookies } from '../../plugins/cookie.ts'
import type { ShowPage } from '../../plugins/show-page.ts'
import { addAccountRoutes } from './account.ts'
import { addAccountsRoutes } from './accounts.ts'
import { addAdmindataRoutes } from './admindata.ts'
import { addAttritionRoutes } from './attrition.ts'
import { addComparisonRoutes } from './comparison.ts'
import { addDescriptionRoutes } from './description.ts'
import { addExportRoutes } from './exports.ts'
import { addImportRoutes } from './import-figures.ts'
import { addLateInputRoute } from './late-input.ts'
import { addLetterIssueRoutes } from './letters/letter-issue.ts'
import { addLetterRoutes } from './letters/letters.ts'
import { addNewCodeRoutes } from './letters/new-code.ts'
import { addLogRoutes } from './log.ts'
import { addOperatorRoute } from './operator.ts'
import { addPersonChoiceRoute } from './person-choice.ts'
import { addPersonErasureRoutes } from './person-erasure.ts'
import { addPersonRequestRoutes } from './person-request.ts'
import { addPersonRequestsRoutes } from './person-requests.ts'
import { addRecordRoute } from './record.ts'
import { addRetentionRoutes } from './retention.ts'
import { addSetUpRoutes } from './set-up.ts'
import { requestShower } from './show-person-request.ts'
import { addSignInRoutes } from './sign-in.ts'
import { addUndoRoutes } from './undo-figures.ts'
import { addUploadRoutes } from './upload-figures.ts'
import { addWaveRoutes } from './waves.ts'

/** Everything below /intern. The guard of `plugins/staff.ts` asks for the right that each route names. */
export function addStaffRoutes(app: FastifyInstance, context: RouteContext, cookies: Cookies, show: ShowPage): void {
  addSignInRoutes(app, context, cookies, show)
  addSetUpRoutes(app, context, cookies, show)
  addWaveRoutes(app, context, show)
  addLateInputRoute(app, context, show)
  addLetterRoutes(app, context, show)
  addLetterIssueRoutes(app, context, show)
  addNewCodeRoutes(app, context, show)
  addDescriptionRoutes(app, context, show)
  addComparisonRoutes(app, context, show)
  addAttritionRoutes(app, context, show)
  addExportRoutes(app, context, show)
  addAdmindataRoutes(app, context, show)
  addUploadRoutes(app, context, cookies, show)
  addImportRoutes(app, context, show)
  addUndoRoutes(app, context, show)
  addOperatorRoute(app, context, show)
  const showRequest = requestShower(context, show)
  addPersonRequestsRoutes(app, context, show)
  addPersonRequestRoutes(app, context, showRequest)
  addPersonChoiceRoute(app, context, showRequest)
  addPersonErasureRoutes(app, context, show, showRequest)
  addRetentionRoutes(app, context, show)
  addRecordRoute(app, context, show)
  addLogRoutes(app, context, show)
  addAccountsRoutes(app, context, show)
  addAccountRoutes(app, context, show)
}
