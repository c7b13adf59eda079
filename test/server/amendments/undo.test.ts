import t from 'tap'
import { amend } from '../../../server/amendments/amend.ts'
import { undo } from '../../../server/amendments/undo.ts'
import { listAmendments, usedAnswers } from '../../../server/store/amendments.ts'
import { findWave } from '../../../server/store/waves.ts'
import { amendContext, because, participantsOf } from '../../support/amend-world.ts'
import { freshDatabase } from '../../support/fresh-database.ts'
import { addWave, correct } from '../../support/panel-world.ts'

const shares = (speech: number, dates: number, rest = 0) => ({
  zeit_sprechstunde: speech,
  zeit_termin: dates,
  ...(rest === 0 ? {} : { zeit_netzwerk: rest }),
})

t.test('of what fits together alone nothing is taken back or used by itself', async (t) => {
  const world = await freshDatabase(t, 'kommunen')
  const { db } = world
  const unit = '117019-001'
  const gkz = '117019'
  await db.insertInto('verbund').values({ verbund: gkz, name: 'Verbund', synthetic: true }).execute()
  await db.insertInto('im_nummer').values({ im_nummer: unit, verbund: gkz, valid_from: '2018-01-01' }).execute()
  await addWave(world, 'umfrage-3', [unit], () => shares(60, 40))
  const [context, wave] = [amendContext(world), await findWave(db, 'umfrage-3')]
  const participantId = (await participantsOf(world, 'umfrage-3')).get(unit) ?? 0
  if (wave === undefined) throw new Error('the wave is there')
  const step = (field: string, was: number, became: number) => ({ participantId, field, was, became, ...because })
  const both = [step('zeit_sprechstunde', 60, 50), step('zeit_termin', 40, 50)]
  const used = async () => {
    const { answers = {} } = (await usedAnswers(db, [participantId])).get(participantId) ?? {}
    return shares(Number(answers.zeit_sprechstunde), Number(answers.zeit_termin), Number(answers.zeit_netzwerk ?? 0))
  }
  t.match(await amend(context, { wave, amendments: both, by: undefined }), { waits: false })
  t.strictSame(await used(), shares(50, 50))

  const [first, second] = await listAmendments(db, { participantId })
  if (first === undefined || second === undefined) throw new Error('both are there')
  const back = (what: { id: number } | { state: number }) => undo(context, { wave, by: undefined, what })
  t.match(await back({ id: second.id }), { faults: [/117019-001: .*100.* Bitte nehmen Sie zusammen zurück/] })
  t.strictSame(await used(), shares(50, 50), 'nothing has changed')

  await correct(world, 'umfrage-3', unit, shares(60, 30, 10))
  t.strictSame(await used(), shares(60, 30, 10), 'where another share was sent, none of them is used any more')
  t.strictSame(
    (await listAmendments(db, { participantId })).map(({ holds }) => holds),
    [false, false],
  )

  const answers = await Promise.all([back({ state: first.state }), back({ state: first.state })])
  t.strictSame(answers.map((one) => ('undone' in one ? one.undone : one.faults)).sort(), [0, 2], 'once')
  const told = await db.selectFrom('audit').select('detail').where('action', '=', 'amendments_undone').execute()
  t.equal(told.length, 1, 'and the log tells of it once')
})
