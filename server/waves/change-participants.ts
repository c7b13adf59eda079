import { type UnitKind, unitKinds } from '../../surveys/compile/unit-kinds.ts'
import type { Register } from '../../surveys/reading/register.ts'
import type { Db } from '../database/database.ts'
import { unitsOn } from '../store/askable-units.ts'
import { noteStaff } from '../store/staff-audit.ts'
import { addParticipants, deleteParticipants } from '../store/wave-office.ts'
import { listParticipants, type Wave } from '../store/waves.ts'
import { pickParticipants } from './pick-participants.ts'
import { readUnits } from './read-units.ts'

interface Change {
  wave: Wave
  unit: UnitKind
  ownField: string | undefined
  /** Lists as they were typed, or ''. */
  add: string
  remove: string
}

interface Fault {
  field: 'dazu' | 'weg'
  message: string
}

/** Asks more, or, before a wave was ever open, fewer: all that is typed or nothing. */
export async function changeParticipants(
  db: Db,
  change: Change,
  register: Register,
  by: number | undefined,
): Promise<Fault[]> {
  const { wave, unit, ownField } = change
  const read = (name: string, text: string) =>
    text.trim() === '' ? { participants: [], problems: [] } : readUnits({ name, text }, unit, register)
  const [add, remove] = [read('Hinzufügen', change.add), read('Entfernen', change.remove)]
  const present = await listParticipants(db, wave.id)
  const known = new Set(present.map((one) => one.unit))
  const gone = pickParticipants(remove.participants, present, unit)
  const fault = (field: Fault['field'], messages: string[]) => messages.map((message) => ({ field, message }))
  const askable = new Set(add.participants.length === 0 ? [] : await unitsOn(db, unit, wave.stichtag))
  const faults = [
    ...fault('dazu', [
      ...add.problems,
      ...add.participants
        .filter((one) => !askable.has(one))
        .map((one) => `${one} war am Stichtag ${unitKinds[unit].none}.`),
      ...add.participants.filter((one) => known.has(one)).map((one) => `${one} nimmt schon teil.`),
      ...(change.add.trim() + change.remove.trim() === '' ? ['Bitte nennen Sie, wer dazukommt oder wegfällt.'] : []),
      ...(wave.state === 'closed' ? ['Die Erhebung ist geschlossen.'] : []),
    ]),
    ...fault('weg', [
      ...remove.problems,
      ...gone.problems,
      ...(gone.found.length > 0 && wave.opened_at !== null
        ? ['Die Erhebung war schon geöffnet. Wer gefragt wurde, bleibt; nehmen Sie ihn stattdessen aus.']
        : []),
    ]),
  ]
  if (faults.length > 0) return faults
  await db.transaction().execute(async (trx) => {
    const added = await addParticipants(trx, { wave: wave.id, unit, ownField }, add.participants)
    await deleteParticipants(
      trx,
      gone.found.map(({ id }) => id),
    )
    const detail = { added: added.length, removed: gone.found.length }
    await noteStaff(trx, { action: 'wave_participants_changed', accountId: by, wave: wave.id, detail })
  })
  return []
}
