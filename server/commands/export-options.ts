import { usualK } from '../../analysis/anonymity/how-many.ts'
import { isOutside } from '../export/scientific/who-gets.ts'
import type { Acting } from './acting.ts'
import { UsageError } from './command.ts'
import { wholeNumber } from './whole-number.ts'

/** Whether a file tells of whom it is. */
export const exportOptions = {
  scientific: {
    type: 'boolean',
    help: 'Scientific-Use-File: ohne was eine Kommune oder Person erkennen lässt; so ohne Angabe für die Rolle Evaluation',
  },
  full: { type: 'boolean', help: 'mit Schlüssel, Namen und allen Angaben; so ohne Angabe für alle anderen' },
  mindestens: {
    type: 'string',
    value: 'ZAHL',
    help: `im Scientific-Use-File: so viele haben Region, Größe und Zahlen mindestens gemeinsam (sonst ${usualK})`,
  },
} as const

interface Given {
  scientific?: boolean | undefined
  full?: boolean | undefined
  mindestens?: string | undefined
  values?: string | undefined
}

/** How many share what can be known of them; undefined where the whole file is wanted. */
export function chosenK({ scientific, full, mindestens, values }: Given, by: Acting | undefined): number | undefined {
  if (scientific && full) throw new UsageError('Bitte wählen Sie --scientific oder --full, nicht beides.')
  const isWanted = scientific || (!full && (mindestens !== undefined || (by !== undefined && isOutside(by.role))))
  if (!isWanted) {
    if (mindestens !== undefined) throw new UsageError('--mindestens gilt nur mit --scientific.')
    return undefined
  }
  if (values === 'collected')
    throw new UsageError(
      'Ein Scientific-Use-File gibt es nur mit den Korrekturen: Neben einem mit den Angaben davor schützte es weniger.',
    )
  return mindestens === undefined ? usualK : wholeNumber('--mindestens', mindestens)
}
