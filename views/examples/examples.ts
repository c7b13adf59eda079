import type { Pages } from '../page-data/pages.ts'
import { examples as amended } from '../pages/amended.examples.ts'
import { examples as barrierefreiheit } from '../pages/barrierefreiheit.examples.ts'
import { examples as check } from '../pages/check.examples.ts'
import { examples as computing } from '../pages/computing.examples.ts'
import { examples as conflict } from '../pages/conflict.examples.ts'
import { examples as counting } from '../pages/counting.examples.ts'
import { examples as datenschutz } from '../pages/datenschutz.examples.ts'
import { examples as delegateKey } from '../pages/delegate-key.examples.ts'
import { examples as delegated } from '../pages/delegated.examples.ts'
import { examples as delegationEnded } from '../pages/delegation-ended.examples.ts'
import { examples as delegations } from '../pages/delegations.examples.ts'
import { examples as figureMapping } from '../pages/figure-mapping.examples.ts'
import { examples as foreignTable } from '../pages/foreign-table.examples.ts'
import { examples as forms } from '../pages/forms.examples.ts'
import { examples as hilfe } from '../pages/hilfe.examples.ts'
import { examples as hub } from '../pages/hub.examples.ts'
import { examples as impressum } from '../pages/impressum.examples.ts'
import { examples as account } from '../pages/intern/account.examples.ts'
import { examples as accountOf } from '../pages/intern/account-of.examples.ts'
import { examples as accounts } from '../pages/intern/accounts.examples.ts'
import { examples as admindata } from '../pages/intern/admindata.examples.ts'
import { examples as amend } from '../pages/intern/amend.examples.ts'
import { examples as amendmentPreview } from '../pages/intern/amendment-preview.examples.ts'
import { examples as amendments } from '../pages/intern/amendments.examples.ts'
import { examples as approvals } from '../pages/intern/approvals.examples.ts'
import { examples as askMany } from '../pages/intern/ask-many.examples.ts'
import { examples as attrition } from '../pages/intern/attrition.examples.ts'
import { examples as callSheets } from '../pages/intern/call-sheets.examples.ts'
import { examples as calls } from '../pages/intern/calls.examples.ts'
import { examples as carrierCodes } from '../pages/intern/carrier-codes.examples.ts'
import { examples as changes } from '../pages/intern/changes.examples.ts'
import { examples as code } from '../pages/intern/code.examples.ts'
import { examples as codebook } from '../pages/intern/codebook.examples.ts'
import { examples as comparison } from '../pages/intern/comparison.examples.ts'
import { examples as comparisons } from '../pages/intern/comparisons.examples.ts'
import { examples as demoMail } from '../pages/intern/demo-mail.examples.ts'
import { examples as demoMailbox } from '../pages/intern/demo-mailbox.examples.ts'
import { examples as exports } from '../pages/intern/exports.examples.ts'
import { examples as extensions } from '../pages/intern/extensions.examples.ts'
import { examples as firstPassword } from '../pages/intern/first-password.examples.ts'
import { examples as home } from '../pages/intern/home.examples.ts'
import { examples as importPreview } from '../pages/intern/import-preview.examples.ts'
import { examples as jobs } from '../pages/intern/jobs.examples.ts'
import { examples as kreis } from '../pages/intern/kreis.examples.ts'
import { examples as kreisParagraph } from '../pages/intern/kreis-paragraph.examples.ts'
import { examples as kreisReminder } from '../pages/intern/kreis-reminder.examples.ts'
import { examples as kreisReport } from '../pages/intern/kreis-report.examples.ts'
import { examples as kreise } from '../pages/intern/kreise.examples.ts'
import { examples as lateInput } from '../pages/intern/late-input.examples.ts'
import { examples as letterIssue } from '../pages/intern/letter-issue.examples.ts'
import { examples as letters } from '../pages/intern/letters.examples.ts'
import { examples as log } from '../pages/intern/log.examples.ts'
import { examples as mail } from '../pages/intern/mail.examples.ts'
import { examples as mailTemplate } from '../pages/intern/mail-template.examples.ts'
import { examples as mailing } from '../pages/intern/mailing.examples.ts'
import { examples as newCode } from '../pages/intern/new-code.examples.ts'
import { examples as newCodes } from '../pages/intern/new-codes.examples.ts'
import { examples as operator } from '../pages/intern/operator.examples.ts'
import { examples as outbox } from '../pages/intern/outbox.examples.ts'
import { examples as panelCodebook } from '../pages/intern/panel-codebook.examples.ts'
import { examples as paper } from '../pages/intern/paper.examples.ts'
import { examples as paperEntry } from '../pages/intern/paper-entry.examples.ts'
import { examples as paperSettle } from '../pages/intern/paper-settle.examples.ts'
import { examples as papers } from '../pages/intern/papers.examples.ts'
import { examples as participant } from '../pages/intern/participant.examples.ts'
import { examples as password } from '../pages/intern/password.examples.ts'
import { examples as personCorrection } from '../pages/intern/person-correction.examples.ts'
import { examples as personErasure } from '../pages/intern/person-erasure.examples.ts'
import { examples as personRequest } from '../pages/intern/person-request.examples.ts'
import { examples as personRequests } from '../pages/intern/person-requests.examples.ts'
import { examples as personRestriction } from '../pages/intern/person-restriction.examples.ts'
import { examples as qualification } from '../pages/intern/qualification.examples.ts'
import { examples as quality } from '../pages/intern/quality.examples.ts'
import { examples as queries } from '../pages/intern/queries.examples.ts'
import { examples as queriesOf } from '../pages/intern/queries-of.examples.ts'
import { examples as question } from '../pages/intern/question.examples.ts'
import { examples as questions } from '../pages/intern/questions.examples.ts'
import { examples as record } from '../pages/intern/record.examples.ts'
import { examples as recoveryCodes } from '../pages/intern/recovery-codes.examples.ts'
import { examples as register } from '../pages/intern/register.examples.ts'
import { examples as registerFiles } from '../pages/intern/register-files.examples.ts'
import { examples as registerPreview } from '../pages/intern/register-preview.examples.ts'
import { examples as registerUndo } from '../pages/intern/register-undo.examples.ts'
import { examples as registerUnit } from '../pages/intern/register-unit.examples.ts'
import { examples as response } from '../pages/intern/response.examples.ts'
import { examples as responseFile } from '../pages/intern/response-file.examples.ts'
import { examples as responsePicture } from '../pages/intern/response-picture.examples.ts'
import { examples as retention } from '../pages/intern/retention.examples.ts'
import { examples as risk } from '../pages/intern/risk.examples.ts'
import { examples as rollUp } from '../pages/intern/roll-up.examples.ts'
import { examples as rolledUp } from '../pages/intern/rolled-up.examples.ts'
import { examples as screening } from '../pages/intern/screening.examples.ts'
import { examples as setUp } from '../pages/intern/set-up.examples.ts'
import { examples as signIn } from '../pages/intern/sign-in.examples.ts'
import { examples as textAgreement } from '../pages/intern/text-agreement.examples.ts'
import { examples as textAnnex } from '../pages/intern/text-annex.examples.ts'
import { examples as textCategories } from '../pages/intern/text-categories.examples.ts'
import { examples as textCoding } from '../pages/intern/text-coding.examples.ts'
import { examples as textFilePreview } from '../pages/intern/text-file-preview.examples.ts'
import { examples as textFiles } from '../pages/intern/text-files.examples.ts'
import { examples as textList } from '../pages/intern/text-list.examples.ts'
import { examples as textRedaction } from '../pages/intern/text-redaction.examples.ts'
import { examples as textReleases } from '../pages/intern/text-releases.examples.ts'
import { examples as textSamePlaces } from '../pages/intern/text-same-places.examples.ts'
import { examples as texts } from '../pages/intern/texts.examples.ts'
import { examples as undoImport } from '../pages/intern/undo-import.examples.ts'
import { examples as wave } from '../pages/intern/wave.examples.ts'
import { examples as waveCourse } from '../pages/intern/wave-course.examples.ts'
import { examples as waves } from '../pages/intern/waves.examples.ts'
import { examples as later } from '../pages/later.examples.ts'
import { examples as lizenzen } from '../pages/lizenzen.examples.ts'
import { examples as message } from '../pages/message.examples.ts'
import { examples as ownFile } from '../pages/own-file.examples.ts'
import { examples as ownFilePreview } from '../pages/own-file-preview.examples.ts'
import { examples as parked } from '../pages/parked.examples.ts'
import { examples as preparation } from '../pages/preparation.examples.ts'
import { examples as present } from '../pages/present.examples.ts'
import { examples as print } from '../pages/print.examples.ts'
import { examples as query } from '../pages/query.examples.ts'
import { examples as receipt } from '../pages/receipt.examples.ts'
import { examples as resend } from '../pages/resend.examples.ts'
import { examples as responsible } from '../pages/responsible.examples.ts'
import { examples as section } from '../pages/section.examples.ts'
import { examples as start } from '../pages/start.examples.ts'
import { examples as survey } from '../pages/survey.examples.ts'
import { examples as zugang } from '../pages/zugang.examples.ts'
import type { Examples } from './page-examples.ts'

/** Named examples of every page. A page without examples is a type error. */
export const examples: { [Name in keyof Pages]: Examples<Name> } = {
  start,
  survey,
  preparation,
  impressum,
  zugang,
  forms,
  later,
  resend,
  hub,
  section,
  conflict,
  check,
  receipt,
  print,
  'figure-mapping': figureMapping,
  'foreign-table': foreignTable,
  'own-file': ownFile,
  'own-file-preview': ownFilePreview,
  counting,
  parked,
  present,
  query,
  delegations,
  'delegate-key': delegateKey,
  delegated,
  'delegation-ended': delegationEnded,
  responsible,
  message,
  computing,
  hilfe,
  barrierefreiheit,
  datenschutz,
  lizenzen,
  'intern/sign-in': signIn,
  'intern/code': code,
  'intern/set-up': setUp,
  'intern/recovery-codes': recoveryCodes,
  'intern/home': home,
  'intern/wave': wave,
  'intern/changes': changes,
  'intern/kreis': kreis,
  'intern/kreis-paragraph': kreisParagraph,
  'intern/kreis-reminder': kreisReminder,
  'intern/kreis-report': kreisReport,
  'intern/kreise': kreise,
  'intern/qualification': qualification,
  'intern/quality': quality,
  'intern/roll-up': rollUp,
  'intern/rolled-up': rolledUp,
  'intern/codebook': codebook,
  'intern/panel-codebook': panelCodebook,
  'intern/late-input': lateInput,
  'intern/response': response,
  'intern/response-picture': responsePicture,
  'intern/participant': participant,
  'intern/queries': queries,
  'intern/queries-of': queriesOf,
  'intern/ask-many': askMany,
  'intern/calls': calls,
  'intern/screening': screening,
  'intern/call-sheets': callSheets,
  'intern/letters': letters,
  'intern/letter-issue': letterIssue,
  'intern/new-codes': newCodes,
  'intern/new-code': newCode,
  'intern/carrier-codes': carrierCodes,
  'intern/questions': questions,
  'intern/question': question,
  'intern/attrition': attrition,
  'intern/comparisons': comparisons,
  'intern/comparison': comparison,
  'intern/exports': exports,
  'intern/risk': risk,
  'intern/mail': mail,
  'intern/outbox': outbox,
  'intern/mail-template': mailTemplate,
  'intern/mailing': mailing,
  'intern/jobs': jobs,
  'intern/demo-mailbox': demoMailbox,
  'intern/demo-mail': demoMail,
  'intern/operator': operator,
  'intern/person-correction': personCorrection,
  'intern/person-restriction': personRestriction,
  'intern/person-erasure': personErasure,
  'intern/person-request': personRequest,
  'intern/waves': waves,
  'intern/wave-course': waveCourse,
  'intern/extensions': extensions,
  'intern/approvals': approvals,
  'intern/person-requests': personRequests,
  'intern/retention': retention,
  'intern/record': record,
  'intern/log': log,
  'intern/admindata': admindata,
  'intern/import-preview': importPreview,
  'intern/register': register,
  'intern/amend': amend,
  'intern/amendments': amendments,
  'intern/amendment-preview': amendmentPreview,
  'intern/response-file': responseFile,
  'intern/papers': papers,
  'intern/paper': paper,
  'intern/paper-entry': paperEntry,
  'intern/paper-settle': paperSettle,
  'intern/texts': texts,
  'intern/text-list': textList,
  'intern/text-coding': textCoding,
  'intern/text-categories': textCategories,
  'intern/text-agreement': textAgreement,
  'intern/text-annex': textAnnex,
  'intern/text-redaction': textRedaction,
  'intern/text-same-places': textSamePlaces,
  'intern/text-releases': textReleases,
  'intern/text-files': textFiles,
  'intern/text-file-preview': textFilePreview,
  amended,
  'intern/register-files': registerFiles,
  'intern/register-preview': registerPreview,
  'intern/register-undo': registerUndo,
  'intern/register-unit': registerUnit,
  'intern/undo-import': undoImport,
  'intern/accounts': accounts,
  'intern/account-of': accountOf,
  'intern/first-password': firstPassword,
  'intern/account': account,
  'intern/password': password,
}
