import type { Config } from '../boot/config.ts'
import { print } from '../paper/print.ts'
import { addressCsv } from './address-csv.ts'
import { arrange, inOrder } from './arrange.ts'
import { composeLetters, type LetterWave } from './compose.ts'
import { loadLetter } from './load-template.ts'
import type { Receiver } from './receiver.ts'
import type { LetterName } from './templates.ts'

export interface Wanted {
  config: Config
  letter: Exclude<LetterName, 'begleitblatt'>
  form: 'pdf' | 'csv'
  wave: LetterWave
  receivers: readonly Receiver[]
  codes: ReadonlyMap<number, string>
  at: Date
}

/** Who gets a letter in a file of this form: in a list also who has no address, since it may be known elsewhere. */
export function whoGetsOne(form: 'pdf' | 'csv', receivers: readonly Receiver[]): readonly Receiver[] {
  return form === 'csv' ? receivers : inOrder(arrange(receivers).posts)
}

/** The letters, or the list for somebody's own. It exists in memory alone. */
export async function lettersFile({ config, letter, form, wave, receivers, codes, at }: Wanted): Promise<Buffer> {
  const carriesCode = letter !== 'anschreiben'
  if (form === 'csv') {
    const { frist, unit } = wave
    return Buffer.from(addressCsv({ config, unit, frist, codes: carriesCode ? codes : undefined }, receivers))
  }
  const texts = { letter: await loadLetter(config, letter), cover: await loadLetter(config, 'begleitblatt') }
  const paper = composeLetters({ config, wave, texts, codes, at, specimen: false }, arrange(receivers).posts)
  return print('letters', paper)
}
