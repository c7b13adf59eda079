import type { Refusal } from '../../analysis/sources/source.ts'
import type { RouteContext } from '../boot/context.ts'
import { keepResponse } from '../form-file/responses/keep-response.ts'
import { addNoteWithin } from '../store/field-acts.ts'
import { dropEntries, type PaperEntry, paperEntries } from '../store/paper-entries.ts'
import { addPaperReturn } from '../store/paper-returns.ts'
import { within } from '../store/prepared.ts'
import { noteStaff } from '../store/staff-audit.ts'
import { newestSubmission } from '../store/submissions.ts'
import type { Visit } from '../store/visit.ts'
import { checkPaper } from './check-paper.ts'
import { openPaper } from './open-paper.ts'
import { type Choice, type Settled, settle } from './settled.ts'

type Context = Pick<RouteContext, 'db' | 'pool' | 'forms' | 'register'>

interface Asked extends Pick<Visit, 'wave' | 'unit'> {
  accountId: number
}

/** Two readings of a paper beside each other: what is still to be decided, and what else is in the way. */
export interface ComparedPaper {
  participantId: number
  entries: [PaperEntry, PaperEntry]
  settled: Settled
  faults: Refusal[]
  signals: string[]
  /** How many fields are filled in online and blank on the paper. */
  onlyOnline: number
}

/** Compares what two have typed; undefined while that is not all there. */
export const comparePaper = (context: Context, asked: Asked, choices: ReadonlyMap<string, Choice> = new Map()) =>
  context.db.transaction().execute(async (trx) => (await compare(context, trx, asked, choices))?.compared)

/** Submits what two have typed and a third look has settled. Where something is in the way, all of it stays as it was. */
export async function takePaper(
  context: Context,
  asked: Asked,
  choices: ReadonlyMap<string, Choice>,
): Promise<{ compared: ComparedPaper; receipt: string | undefined } | undefined> {
  return context.db.transaction().execute(async (trx) => {
    const found = await compare(context, trx, asked, choices)
    if (found === undefined) return undefined
    const { compared, atWork, one } = found
    const { participantId, entries, settled, faults } = compared
    if (settled.open.length > 0 || faults.length > 0) return { compared, receipt: undefined }
    const receipt = await keepResponse(trx, { atWork, one }, true)
    if (receipt === undefined) return { compared, receipt }
    const { wave, accountId } = asked
    const counts = {
      fields: Object.keys(settled.texts).length,
      differing: settled.differing.length,
      blanked: settled.blanked.length,
      byTypist: entries.some((entry) => entry.accountId === accountId),
    }
    await addPaperReturn(trx, { participantId, receipt, accountId, ...counts })
    if (settled.blanked.length > 0)
      await addNoteWithin(trx, {
        ids: [participantId],
        wave,
        kind: 'letter',
        by: accountId,
        text: blankedNote(settled),
      })
    await dropEntries(trx, participantId)
    await noteStaff(trx, { action: 'paper_taken', accountId, wave, detail: { participant: participantId, ...counts } })
    return { compared, receipt }
  })
}

async function compare(context: Context, trx: Context['db'], asked: Asked, choices: ReadonlyMap<string, Choice>) {
  const paper = await openPaper(context, asked, asked.accountId, trx)
  if (paper === undefined) return undefined
  const { atWork, fields } = paper
  const { participantId, typed } = atWork.visit
  const [first, second] = await paperEntries(trx, participantId)
  if (first === undefined || second === undefined || first.doneAt === null || second.doneAt === null) return undefined
  const entries: ComparedPaper['entries'] = [first, second]
  const settled = settle(fields, entries, choices)
  const one = checkPaper(atWork, settled.texts, await newestSubmission(within(trx), participantId))
  const stored = typed ?? {}
  const faults = [...one.faults, ...alreadyThere(one.isSame), ...nothingAtAll(settled)]
  const onlyOnline = fields.filter(
    ({ variable: { name } }) => (stored[name] ?? '') !== '' && settled.texts[name] === undefined,
  ).length
  // Of what nobody has decided yet nobody knows whether it fits.
  const open = new Set(settled.open.map(({ variable: { name } }) => name))
  const signals = one.signals.filter((finding) => !finding.fields.some((name) => open.has(name)))
  return {
    atWork,
    one,
    compared: {
      participantId,
      entries,
      settled,
      faults,
      signals: signals.map(({ message }) => message),
      onlyOnline,
    } satisfies ComparedPaper,
  }
}

const alreadyThere = (isSame: boolean): Refusal[] =>
  isSame
    ? [
        {
          line: 0,
          sentence: 'Genau diese Antworten sind schon eingegangen. Bitte verwerfen Sie die beiden Erfassungen.',
        },
      ]
    : []

const nothingAtAll = ({ texts, open }: Settled): Refusal[] =>
  Object.keys(texts).length === 0 && open.length === 0
    ? [{ line: 0, sentence: 'In keinem Feld steht etwas. Bitte verwerfen Sie die beiden Erfassungen.' }]
    : []

const blankedNote = ({ blanked }: Settled) =>
  [
    'Auf dem Papier steht, was sich nicht eintragen lässt; die Felder sind leer:',
    ...blanked.map(({ field: { variable }, readings }) => {
      const said = readings.map((one) => `„${one}“`).join(' oder ')
      return `${[variable.number, variable.label].filter(Boolean).join(' ')}: ${said || 'nicht lesbar'}`
    }),
  ].join('\n')
