import { allValuesUsed, isValuesUsed } from '../../surveys/codebook/values-used.ts'
import type { WantedData } from '../store/panel-answers.ts'
import { UsageError } from './command.ts'
import { wholeNumber } from './whole-number.ts'

const kinds = allValuesUsed.join(' oder ')

/** What becomes of Kommunen that changed between the waves. */
export const territoryOption = {
  gebiet: {
    type: 'string',
    value: 'NAME',
    help: 'Kommunen, die sich zwischen den Wellen verändert haben: uebertragen (so ohne diese Angabe) oder ohne',
  },
} as const

/** Which data a command reads. */
export const dataOptions = {
  stand: { type: 'string', value: 'NUMMER', help: 'ein früherer Datenstand: seine Nummer' },
  values: {
    type: 'string',
    value: 'WERTE',
    help: `${kinds}: mit den Korrekturen des Feldbüros (so ohne diese Angabe) oder wie angegeben`,
  },
} as const

export function chosenData({ stand, values }: { stand?: string | undefined; values?: string | undefined }): WantedData {
  if (values !== undefined && !isValuesUsed(values))
    throw new UsageError(`Die Werte „${values}“ gibt es nicht. Möglich sind: ${kinds}.`)
  return {
    ...(stand === undefined ? {} : { state: wholeNumber('--stand', stand) }),
    ...(values === undefined ? {} : { values }),
  }
}

export async function chosenTerritory({ gebiet }: { gebiet?: string | undefined }): Promise<WantedData> {
  if (gebiet === undefined) return {}
  const { territoryNamed } = await import('../evaluation/territory-names.ts')
  return { territory: territoryNamed(gebiet) }
}
