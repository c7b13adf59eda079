import { leastK } from '../../../analysis/anonymity/how-many.ts'
import type { Role } from '../../domain/rights.ts'
import { InputError } from '../../errors/input-error.ts'

/**
 * Who is not of the house: evaluators analyse what others collected, see no single form and write to nobody. Unless they ask for
 * more, they get the file for science.
 */
export const isOutside = (role: Role): boolean => role === 'evaluation'

interface AskedWave {
  id: string
  state: string
  synthetic: boolean
}

interface Asked {
  waves: readonly AskedWave[]
  k: number
  isScoped: boolean
}

/** While answers come in, two files would show whose row is new; of invented ones nobody is to be protected. */
export const isSettled = ({ state, synthetic }: Omit<AskedWave, 'id'>): boolean => state === 'closed' || synthetic

/** Says why there is no file for science. */
export function refuseUnsafe({ waves, k, isScoped }: Asked): void {
  if (k < leastK)
    throw new InputError(`Eine Klasse braucht mindestens ${leastK}: Mit weniger verriete die Datei Einzelne.`)
  if (isScoped)
    throw new InputError(
      'Ein Scientific-Use-File enthält alle, die geantwortet haben. Ein Konto, das nur für einige zuständig ist, bekommt es nicht.',
    )
  for (const wave of waves)
    if (!isSettled(wave))
      throw new InputError(
        `Die Welle ${wave.id} ist noch nicht geschlossen: Solange Antworten kommen, zeigten zwei Dateien, wessen Zeile dazukam.`,
      )
}
