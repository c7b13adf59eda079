import type { AppContext } from '../boot/context.ts'
import { specimenCode } from '../domain/specimen-code.ts'
import { print } from '../paper/print.ts'
import { arrange, inOrder } from './arrange.ts'
import type { Asked } from './asked-wave.ts'
import { composeLetters } from './compose.ts'
import { loadLetter } from './load-template.ts'
import type { Receiver } from './receiver.ts'
import { type LetterName, letterTemplates } from './templates.ts'

interface Looking {
  asked: Asked
  letter: Exclude<LetterName, 'begleitblatt'>
  receivers: readonly Receiver[]
}

const somewhere = {
  unit: '',
  recipient: 'Musterstadt',
  person: '',
  street: 'Rathausplatz 1',
  postcode: '70000',
  place: 'Musterstadt',
}

/** One letter as it will look, with a code that can never be one. */
export async function previewLetter(
  { config }: Pick<AppContext, 'config'>,
  { asked, letter, receivers }: Looking,
): Promise<Buffer> {
  const [addressed] = inOrder(arrange(receivers).posts)
  const [any] = receivers
  const receiver = addressed ?? (any === undefined ? undefined : { ...any, address: somewhere })
  const texts = { letter: await loadLetter(config, letter), cover: await loadLetter(config, 'begleitblatt') }
  const { carriesCode } = letterTemplates[letter]
  const codes = new Map(receiver !== undefined && carriesCode ? [[receiver.id, specimenCode]] : [])
  const posts = receiver === undefined ? [] : [{ receiver }]
  return print('letters', composeLetters({ config, wave: asked, texts, codes, at: new Date(), specimen: true }, posts))
}
