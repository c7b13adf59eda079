import type { Instrument } from '../../surveys/compile/instrument.ts'
import { loadInstrument } from '../../surveys/definition/load.ts'
import type { Db } from '../database/database.ts'
import { InputError } from '../errors/input-error.ts'
import { shownUnit } from '../http/pages/frame.ts'
import { eraseAgain } from '../persons/erase.ts'
import { findKeptForm } from '../store/kept-form.ts'
import { readRegister } from '../store/register.ts'
import { type Submission, submissionsOf } from '../store/submissions.ts'
import { findWave, type Wave } from '../store/waves.ts'
import type { Source } from './read-backup.ts'
import { checkRestorable, restoreChecked } from './restore-backup.ts'
import { inScratch } from './scratch.ts'

/** A form as it was when the backup was made; contact data are left out. */
export interface FormInBackup {
  madeAt: string
  wave: string
  unit: { key: string; name: string }
  instrument: Instrument
  draft: { savedAt: Date | null; typed: Record<string, string> }
  /** The newest first, each with the questionnaire that it was given under. */
  submissions: (Submission & { instrument: Instrument })[]
}

interface Wanted {
  wave: string
  unit: string
}

/** Reads one form out of a backup. The living database has no part in it. */
export async function formInBackup(
  source: Source,
  wanted: Wanted,
  dataDir: string,
  onProgress: (line: string) => void,
): Promise<FormInBackup> {
  const checked = await checkRestorable(source)
  return inScratch(dataDir, onProgress, async ({ db, pool }) => {
    const { head } = await restoreChecked(pool, source, checked)
    // What had to be forgotten since is not looked at in a backup either.
    await eraseAgain(db, dataDir)
    return { madeAt: head.madeAt, ...(await readForm(db, wanted)) }
  })
}

async function readForm(db: Db, { wave: id, unit }: Wanted): Promise<Omit<FormInBackup, 'madeAt'>> {
  const wave = await findWave(db, id)
  if (wave === undefined) throw new InputError(`Die Welle „${id}“ gibt es in der Sicherung nicht.`)
  const kept = await findKeptForm(db, id, unit)
  if (kept === undefined) throw new InputError(`${unit} nimmt an ${id} nach der Sicherung nicht teil.`)
  const instrument = await instrumentOf(wave, wave.survey_version)
  const submissions = (await submissionsOf(db, kept.participantId)).map(async (submission) => ({
    ...submission,
    instrument: await instrumentOf(wave, submission.survey_version),
  }))
  return {
    wave: id,
    unit: { key: unit, name: shownUnit(instrument.unit, unit, await readRegister(db)).name },
    instrument,
    draft: { savedAt: kept.savedAt, typed: kept.typed ?? {} },
    submissions: await Promise.all(submissions),
  }
}

async function instrumentOf({ survey, stichtag, frist }: Wave, version: string): Promise<Instrument> {
  const dates = { ...(stichtag === null ? {} : { stichtag }), frist }
  const instrument = await loadInstrument(survey, version, dates)
  if (instrument === undefined)
    throw new InputError(`Der Fragebogen ${survey} ${version} fehlt in surveys/definitions.`)
  return instrument
}
