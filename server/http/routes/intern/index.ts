import type { FastifyInstance } from 'fastify'
import type { RouteContext } from '../../../boot/context.ts'
import type { Cookies } from '../../plugins/cookie.ts'
import type { ShowPage } from '../../plugins/show-page.ts'
import { addAccountRoutes } from './account.ts'
import { addAccountsRoutes } from './accounts.ts'
import { addAdmindataRoutes } from './admindata.ts'
import { addAmendRoutes } from './amend.ts'
import { addAmendmentPreviewRoutes } from './amendment-preview.ts'
import { addAmendmentsRoutes } from './amendments.ts'
import { addApprovalRoutes } from './approvals.ts'
import { addArchiveRoute } from './archive.ts'
import { addAttritionRoutes } from './attrition.ts'
import { addCallRoutes } from './calls.ts'
import { addChangesRoutes } from './changes.ts'
import { addCodebookRoutes } from './codebook.ts'
import { addComparisonRoutes } from './comparison.ts'
import { addDescriptionRoutes } from './description.ts'
import { addExportRoutes } from './exports.ts'
import { addExtensionRoutes } from './extensions.ts'
import { addImportRoutes } from './import-figures.ts'
import { addKreisRoutes } from './kreis.ts'
import { addKreisReportRoutes } from './kreis-report.ts'
import { addLateInputRoute } from './late-input.ts'
import { addCarrierCodeRoutes } from './letters/carrier-code.ts'
import { addLetterIssueRoutes } from './letters/letter-issue.ts'
import { addLetterRoutes } from './letters/letters.ts'
import { addNewCodeRoutes } from './letters/new-code.ts'
import { addLogRoutes } from './log.ts'
import { addDemoMailboxRoutes } from './mail/demo-mailbox.ts'
import { addJobRoutes } from './mail/jobs.ts'
import { addMailRoutes } from './mail/mail.ts'
import { addMailTemplateRoutes } from './mail/mail-template.ts'
import { addMailingRoutes } from './mail/mailing.ts'
import { addReturnedMailRoute } from './mail/returned-mail.ts'
import { addOfficeFormRoutes } from './office-form.ts'
import { addOperatorRoute } from './operator.ts'
import { addPanelCodebookRoutes } from './panel-codebook.ts'
import { addPaperReturnRoutes } from './paper/paper.ts'
import { addPaperEntryRoutes } from './paper/paper-entry.ts'
import { addScanRoutes } from './paper/paper-scan.ts'
import { addPaperSettleRoutes } from './paper/paper-settle.ts'
import { addParticipantRoutes } from './participant.ts'
import { addPersonChoiceRoute } from './person-choice.ts'
import { addPersonCorrectionRoutes } from './person-correction.ts'
import { addPersonErasureRoutes } from './person-erasure.ts'
import { addPersonRequestRoutes } from './person-request.ts'
import { addPersonRequestsRoutes } from './person-requests.ts'
import { addPersonRestrictionRoutes } from './person-restriction.ts'
import { addQualificationRoutes } from './qualification.ts'
import { addQualityRoutes } from './quality.ts'
import { addQueriesRoutes } from './queries.ts'
import { addQueriesOfRoutes } from './queries-of.ts'
import { addRecordRoute } from './record.ts'
import { addRegisterRoute } from './register.ts'
import { addRegisterFilesRoutes } from './register-files.ts'
import { addRegisterPreviewRoutes } from './register-previews.ts'
import { addRegisterUnitRoutes } from './register-unit.ts'
import { addResponseRoutes } from './response.ts'
import { addResponseFileRoutes } from './response-file.ts'
import { addResponsePictureRoute } from './response-picture.ts'
import { addRetentionRoutes } from './retention.ts'
import { addRiskRoute } from './risk.ts'
import { addRollUpRoutes } from './roll-up.ts'
import { addSavedViewRoutes } from './saved-views.ts'
import { addScreeningRoutes } from './screening.ts'
import { addSetUpRoutes } from './set-up.ts'
import { requestShower } from './show-person-request.ts'
import { addSignInRoutes } from './sign-in.ts'
import { addAgreementRoutes } from './texts/agreement.ts'
import { addTextAnnexRoutes } from './texts/annex.ts'
import { addCategoryRoutes } from './texts/categories.ts'
import { addCodingRoutes } from './texts/coding.ts'
import { addTextFileRoutes } from './texts/files.ts'
import { addRedactionRoutes } from './texts/redaction.ts'
import { addSamePlacesRoutes } from './texts/same-places.ts'
import { addTextRoutes } from './texts/texts.ts'
import { addUndoRoutes } from './undo-figures.ts'
import { addUploadRoutes } from './upload-figures.ts'
import { addWaveActRoutes } from './wave-acts.ts'
import { addWaveCourseRoutes, courseShower } from './wave-course.ts'
import { addWaveRoutes } from './waves.ts'
import { addRunWavesRoutes } from './waves-run.ts'

/** Everything below /intern. The guard of `plugins/staff.ts` asks for the right that each route names. */
export function addStaffRoutes(app: FastifyInstance, context: RouteContext, cookies: Cookies, show: ShowPage): void {
  addSignInRoutes(app, context, cookies, show)
  addSetUpRoutes(app, context, cookies, show)
  addWaveRoutes(app, context, show)
  addLateInputRoute(app, context, show)
  addResponseFileRoutes(app, context, cookies, show)
  const showPaper = addPaperReturnRoutes(app, context, show)
  addPaperEntryRoutes(app, context, show)
  addPaperSettleRoutes(app, context, show)
  addScanRoutes(app, context, cookies, showPaper)
  addChangesRoutes(app, context, show)
  addQualityRoutes(app, context, show)
  addCodebookRoutes(app, context, show)
  addPanelCodebookRoutes(app, context, show)
  addResponseRoutes(app, context, show)
  addResponsePictureRoute(app, context, show)
  addParticipantRoutes(app, context, show)
  addAmendRoutes(app, context, show)
  addAmendmentsRoutes(app, context, cookies, show)
  addAmendmentPreviewRoutes(app, context, show)
  addCallRoutes(app, context, show)
  addOfficeFormRoutes(app, context, show)
  addQueriesRoutes(app, context, show)
  addQueriesOfRoutes(app, context, show)
  addScreeningRoutes(app, context, show)
  addTextRoutes(app, context, show)
  addCodingRoutes(app, context, show)
  addCategoryRoutes(app, context, show)
  addAgreementRoutes(app, context, show)
  addRedactionRoutes(app, context, show)
  addSamePlacesRoutes(app, context, show)
  addTextFileRoutes(app, context, cookies, show)
  addTextAnnexRoutes(app, context, show)
  addRollUpRoutes(app, context, show)
  addRunWavesRoutes(app, context, show)
  const showCourse = courseShower(context, show)
  addWaveCourseRoutes(app, context, showCourse)
  addWaveActRoutes(app, context, showCourse)
  addExtensionRoutes(app, context, show, showCourse)
  addApprovalRoutes(app, context, show)
  addLetterRoutes(app, context, show)
  addLetterIssueRoutes(app, context, show)
  addNewCodeRoutes(app, context, show)
  addCarrierCodeRoutes(app, context, show)
  addDescriptionRoutes(app, context, show)
  addComparisonRoutes(app, context, show)
  addSavedViewRoutes(app, context)
  addAttritionRoutes(app, context, show)
  addExportRoutes(app, context, show)
  addArchiveRoute(app, context)
  addRiskRoute(app, context, show)
  addAdmindataRoutes(app, context, show)
  addUploadRoutes(app, context, cookies, show)
  addImportRoutes(app, context, show)
  addUndoRoutes(app, context, show)
  addRegisterRoute(app, context, show)
  addRegisterFilesRoutes(app, context, cookies, show)
  addRegisterPreviewRoutes(app, context, show)
  addRegisterUnitRoutes(app, context, show)
  addQualificationRoutes(app, context, show)
  addKreisRoutes(app, context, show)
  addKreisReportRoutes(app, context, show)
  addOperatorRoute(app, context, show)
  addMailRoutes(app, context, show)
  addMailingRoutes(app, context, show)
  addMailTemplateRoutes(app, context, show)
  addReturnedMailRoute(app, context, cookies, show)
  addJobRoutes(app, context, show)
  addDemoMailboxRoutes(app, context, show)
  const showRequest = requestShower(context, show)
  addPersonRequestsRoutes(app, context, show)
  addPersonRequestRoutes(app, context, showRequest)
  addPersonChoiceRoute(app, context, showRequest)
  addPersonErasureRoutes(app, context, show, showRequest)
  addPersonCorrectionRoutes(app, context, show, showRequest)
  addPersonRestrictionRoutes(app, context, show, showRequest)
  addRetentionRoutes(app, context, show)
  addRecordRoute(app, context, show)
  addLogRoutes(app, context, show)
  addAccountsRoutes(app, context, show)
  addAccountRoutes(app, context, show)
}
