import type { Instrument } from '../../surveys/compile/instrument.ts'
import { ownField } from '../../surveys/compile/unit-kinds.ts'
import type { Register } from '../../surveys/reading/register.ts'
import type { Db } from '../database/database.ts'
import { createWave, dayFromToday, findWave, listParticipants, type Wave } from '../store/waves.ts'
import { pickParticipants } from './pick-participants.ts'
import { readUnits } from './read-units.ts'

/** How long a trial may take where the Frist of its wave is over. */
const daysOfTrial = 14

/** Makes a trial of a wave: a copy with the same questions, dates and some of its participants. Comes back with its name. */
async function startTrial(
  db: Db,
  wave: Wave,
  instrument: Instrument,
  participants: readonly string[],
  by: number | undefined,
): Promise<string> {
  const today = await dayFromToday(db, 0)
  const id = await freeName(db, wave.id)
  await createWave(
    db,
    {
      id,
      survey: wave.survey,
      surveyVersion: wave.survey_version,
      surveyHash: wave.survey_hash,
      stichtag: wave.stichtag,
      frist: wave.frist < today ? await dayFromToday(db, daysOfTrial) : wave.frist,
      synthetic: wave.synthetic,
      test: true,
      unit: instrument.unit,
      participants,
      contactFields: instrument.contactFields,
      ownField: ownField(instrument),
    },
    by,
  )
  return id
}

/** A name is never given twice: the log may still speak of the first. */
async function freeName(db: Db, wave: string): Promise<string> {
  for (let count = 1; ; count += 1) {
    const end = count === 1 ? '-probe' : `-probe-${count}`
    const id = `${wave.slice(0, 32 - end.length)}${end}`
    if ((await findWave(db, id)) === undefined) return id
  }
}

/** The same for those of its participants who stand in a list, or for all of them. */
export async function startTrialFor(
  db: Db,
  { wave, instrument, list }: { wave: Wave; instrument: Instrument; list: string },
  register: Register,
  by: number | undefined,
): Promise<{ id: string } | { problems: string[] }> {
  if (wave.test) return { problems: ['Das ist schon ein Probelauf.'] }
  const present = await listParticipants(db, wave.id)
  if (list.trim() === '')
    return {
      id: await startTrial(
        db,
        wave,
        instrument,
        present.map(({ unit }) => unit),
        by,
      ),
    }
  const read = readUnits({ name: 'Liste', text: list }, instrument.unit, register)
  const picked = pickParticipants(read.participants, present, instrument.unit)
  const problems = [...read.problems, ...picked.problems]
  return problems.length > 0 ? { problems } : { id: await startTrial(db, wave, instrument, read.participants, by) }
}
