import { typedNumber } from '../../surveys/reading/number.ts'
import { openWave } from '../amendments/open-wave.ts'
import type { AppContext } from '../boot/context.ts'
import { type OpenPaper, openPaper } from '../returned-paper/open-paper.ts'
import { usedAnswers } from '../store/amendments.ts'
import { keepEntry, listPapers } from '../store/paper-entries.ts'
import { addPaperReturn } from '../store/paper-returns.ts'
import { participantIds } from '../store/scopes.ts'
import { listAccounts } from '../store/staff-accounts.ts'
import { submissionsOf } from '../store/submissions.ts'
import { colleague } from './load-staff.ts'
import { officeWork } from './office-work.ts'

const { wave, kreis } = officeWork

type Texts = Record<string, string>

/**
 * Papers that came back, so that each of their pages has something to show: begun, typed once, typed twice with differences, submitted.
 * Nothing where there are some already.
 */
export async function loadPapers(opened: AppContext): Promise<void> {
  const { db } = opened
  const accounts = await listAccounts(db)
  const [one, two] = ['feldbuero', colleague].map((wanted) => accounts.find(({ name }) => name === wanted)?.id)
  if (one === undefined || two === undefined || (await listPapers(db, wave, one)).length > 0) return
  const { context } = await openWave(opened, wave)
  const units = [...(await participantIds(db, wave, undefined))].filter(([unit]) => unit.startsWith(kreis))
  const participants = units.map(([, id]) => id)
  const answered = [...(await usedAnswers(db, participants)).values()]
  const last = answered.toSorted((a, b) => a.unit.localeCompare(b.unit)).at(-1)
  const papers: OpenPaper[] = []
  for (const [unit, id] of units) {
    if (papers.length === 3) break
    if (answered.some(({ participantId }) => participantId === id)) continue
    const paper = await openPaper(context, { wave, unit }, one)
    if (paper !== undefined && isBlank(paper)) papers.push(paper)
  }
  const [begun, once, twice] = papers
  if (last === undefined || begun === undefined || once === undefined || twice === undefined) return
  const typed = textsOf(begun, last.answers)
  const [first = '', second = ''] = Object.keys(typed)
  const half = Object.fromEntries(Object.entries(typed).slice(0, Object.keys(typed).length / 2))
  const [{ receipt = '' } = {}] = await submissionsOf(db, last.participantId)
  await db.transaction().execute(async (trx) => {
    const keep = ({ atWork: { visit } }: OpenPaper, accountId: number, texts: Texts, isDone = true) =>
      keepEntry(trx, { participantId: visit.participantId, accountId, typed: texts, isDone, mayTwice: false })
    await keep(begun, one, half, false)
    await keep(once, one, typed)
    await keep(twice, one, typed)
    await keep(twice, two, { ...typed, [first]: `${typed[first]}0`, [second]: '' })
    const counts = { fields: Object.keys(typed).length, differing: 3, blanked: 0, byTypist: false }
    await addPaperReturn(trx, { participantId: last.participantId, receipt, accountId: two, ...counts })
  })
}

const isBlank = ({ atWork, fields }: OpenPaper) =>
  fields.every(({ variable: { name } }) => (atWork.visit.typed?.[name] ?? '') === '')

const textsOf = ({ fields }: OpenPaper, answers: Readonly<Record<string, unknown>>): Texts =>
  Object.fromEntries(
    fields.flatMap(({ variable: { name } }) => {
      const value = answers[name]
      return typeof value === 'number' ? [[name, typedNumber(value)]] : []
    }),
  )
