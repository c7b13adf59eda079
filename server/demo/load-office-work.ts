import { amend } from '../amendments/amend.ts'
import { objectionWords } from '../amendments/amendment-words.ts'
import type { AskedAmendment } from '../amendments/check-amendments.ts'
import { openWave } from '../amendments/open-wave.ts'
import { undo } from '../amendments/undo.ts'
import type { AppContext } from '../boot/context.ts'
import { readAbout } from '../queries/about.ts'
import { extentOf } from '../queries/extent.ts'
import { listAmendments, type UsedAnswers, usedAnswers } from '../store/amendments.ts'
import { storeInventedQuery } from '../store/invented-queries.ts'
import { objectToAmendment } from '../store/objections.ts'
import { findQueries } from '../store/queries.ts'
import { participantIds } from '../store/scopes.ts'
import { listAccounts } from '../store/staff-accounts.ts'
import { dayFromToday } from '../store/waves.ts'
import { askedBack, corrected, mistaken, objected, officeWork, proposed } from './office-work.ts'

const { wave: id, first, kreis } = officeWork

/** Rückfragen and corrections, so that their pages have something to show. Nothing where corrections are there already. */
export async function loadOfficeWork(opened: AppContext): Promise<void> {
  const { db } = opened
  if ((await listAmendments(db, { wave: id, account: undefined })).length > 0) return
  const { context, asked } = await openWave(opened, id)
  const { wave, form } = asked
  const by = (await listAccounts(db)).find(({ name }) => name === 'feldbuero')?.id
  const whom = await answeredBy(opened)
  const of = (place: number) => whom[place % whom.length]

  if ((await findQueries(db, { wave: id })).length === 0)
    for (const { whom: place, about: written, ...said } of askedBack) {
      const [one, about] = [of(place), readAbout(written)]
      const extent = about && extentOf(about, form.instrument)
      if (one === undefined || about === undefined || extent === undefined) continue
      await storeInventedQuery(db, { participantId: one.participantId, about, extent, account: by ?? null, ...said })
    }

  const amendmentOf = ({ whom: place, field, to, ...why }: typeof proposed): AskedAmendment[] => {
    const one = of(place)
    const was = one?.answers[field]
    return one !== undefined && typeof was === 'number'
      ? [{ participantId: one.participantId, field, was, became: to(was), ...why }]
      : []
  }
  const make = async (amendments: readonly AskedAmendment[]) => {
    if (amendments.length === 0) return
    const done = await amend(context, { wave, amendments, by })
    if ('faults' in done) throw new Error(done.faults.join(' '))
  }
  await make(amendmentOf(mistaken))
  for (const { id: made } of await listAmendments(db, { wave: id, account: undefined }))
    await undo(context, { wave, by, what: { id: made } })
  await make(amendmentOf(proposed))
  await make(corrected.flatMap(amendmentOf))
  const [one] = (await listAmendments(db, { wave: id, account: undefined })).filter(({ unit }) => unit === first)
  if (one === undefined) return
  await objectToAmendment(db, {
    ...{ id: one.id, participantId: one.participantId, editorId: null, text: objected },
    inThread: objectionWords(one, objected, form.instrument),
    extent: extentOf({ kind: 'field', name: one.field }, form.instrument),
    dueOn: await dayFromToday(db, 14),
  })
}

/** Those of the Kreis who gave the numbers that are corrected, the one whose code is shown first. */
async function answeredBy({ db }: AppContext): Promise<UsedAnswers[]> {
  const ids = [...(await participantIds(db, id, undefined))].filter(([unit]) => unit.startsWith(kreis))
  const used = [
    ...(
      await usedAnswers(
        db,
        ids.map(([, participant]) => participant),
      )
    ).values(),
  ]
  const fields = [proposed, mistaken, ...corrected].map(({ field }) => field)
  return used
    .filter(({ answers }) => fields.every((field) => typeof answers[field] === 'number' && answers[field] !== 0))
    .sort((a, b) => Number(b.unit === first) - Number(a.unit === first) || a.unit.localeCompare(b.unit))
}
