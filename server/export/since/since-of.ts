import type { Db } from '../../database/database.ts'
import { InputError } from '../../errors/input-error.ts'
import { stateOfFile } from '../../store/left-files.ts'

/** The state that somebody names by its number, or by the beginning of the hash of a file that the log knows. */
export async function sinceOf(db: Db, wave: string, typed: string): Promise<number> {
  if (/^\d{1,9}$/.test(typed)) return Number(typed)
  if (!/^[0-9a-f]{8,64}$/i.test(typed))
    throw new InputError(
      `„${typed}“ ist kein Datenstand. Gemeint sind seine Nummer oder die ersten 8 bis 64 Zeichen des SHA-256 einer Datei.`,
    )
  const states = await stateOfFile(db, wave, typed.toLowerCase())
  const [state] = states
  if (state !== undefined && states.length === 1) return state
  throw new InputError(
    state === undefined
      ? `Eine Datei von ${wave}, deren SHA-256 mit „${typed}“ beginnt, steht nicht im Protokoll.`
      : `Mehrere Dateien von ${wave} beginnen mit „${typed}“: Bitte nennen Sie mehr Zeichen.`,
  )
}
