import { sql } from 'kysely'
import t from 'tap'
import { amend } from '../../../server/amendments/amend.ts'
import { undo } from '../../../server/amendments/undo.ts'
import { Forms } from '../../../server/forms/form.ts'
import { askedForms } from '../../../server/persons/asked-forms.ts'
import { listAmendments } from '../../../server/store/amendments.ts'
import { findWave } from '../../../server/store/waves.ts'
import { amendContext, because, participantsOf } from '../../support/amend-world.ts'
import { freshDatabase } from '../../support/fresh-database.ts'
import { addWave, withRegistry } from '../../support/panel-world.ts'

t.test('a correction is given out to whoever was asked, and rests with a restriction', async (t) => {
  const world = await freshDatabase(t, 'kommunen')
  const { db } = world
  const [unit = ''] = await withRegistry(world)
  await addWave(world, 'umfrage-1', [unit], () => ({ zp_gesamt: 10 }))
  const [context, wave] = [amendContext(world), await findWave(db, 'umfrage-1')]
  const participantId = (await participantsOf(world, 'umfrage-1')).get(unit) ?? 0
  if (wave === undefined) throw new Error('the wave is there')
  const wanted = { participantId, field: 'zp_gesamt', ...because }
  const amending = (was: number, became: number) =>
    amend(context, { wave, amendments: [{ ...wanted, was, became }], by: undefined })
  t.match(await amending(10, 12), { said: /gilt/ })

  const [form] = await askedForms({ db, forms: new Forms() }, [{ id: participantId, wave: wave.id, unit }])
  t.match(JSON.stringify(form?.states.at(-1)), /12 statt 10.*am Telefon geklärt/)

  const used = async () => (await sql<{ answers: object }>`select answers from submission_in(null)`.execute(db)).rows
  t.strictSame(await used(), [{ answers: { zp_gesamt: 12 } }])
  await sql`insert into restriction (id, participant_id, extent, ground, request_id, state)
    values (gen_random_uuid(), ${participantId}, 'form', 'a', 1, next_data_state('restriction'))`.execute(db)
  t.strictSame([await used(), await listAmendments(db, { participantId })], [[], []])
  t.match(await amending(12, 13), { faults: [/auf Verlangen einer Person eingeschränkt/] })
  t.strictSame(await undo(context, { wave, by: undefined, what: { id: 1 } }), { undone: 0 })
})
