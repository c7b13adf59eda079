import { type Method, methods, methodsInWords } from '../../../../analysis/imputation/method.ts'
import { allValuesUsed, defaultValues, valuesUsed, valuesWords } from '../../../../surveys/codebook/values-used.ts'
import type { Choice } from '../../../../views/page-data/evaluation-pages.ts'
import { InputError } from '../../../errors/input-error.ts'
import { choice } from './choice-form.ts'
import { completedCode, type PanelQuery } from './evaluation-query.ts'

type Asked = Pick<PanelQuery, 'werte' | 'verfahren'>

/** How missing numbers are put in, where an address asks for that: by all methods unless it names some. */
export function completionOf({ werte, verfahren }: Asked): readonly Method[] | undefined {
  if (werte !== completedCode) return undefined
  if (verfahren === '') return methods
  const named = verfahren.split(',')
  const unknown = named.find((one) => !(methods as readonly string[]).includes(one))
  if (unknown !== undefined)
    throw new InputError(`Das Verfahren „${unknown}“ gibt es nicht. Möglich sind: ${methods.join(', ')}.`)
  // Without it first, what is put in for single ones could be worked out from the totals of several such lists.
  if (!named.includes('deduktiv'))
    throw new InputError('Was aus den übrigen Angaben folgt (deduktiv), geht immer voran.')
  return methods.filter((one) => named.includes(one))
}

const together: readonly (readonly Method[])[] = [
  methods,
  ['deduktiv'],
  ['deduktiv', 'vorwelle'],
  ['deduktiv', 'verhaeltnis'],
]

/** The choices of a description: which values, and how missing ones are put in, where they are. */
export function describedValues({ werte, verfahren }: Asked): Choice[] {
  const values = choice('werte', 'Werte', werte === '' ? valuesUsed[defaultValues].code : werte, [
    ...allValuesUsed.map((one) => ({ value: valuesUsed[one].code, label: valuesWords(one) })),
    { value: completedCode, label: 'ergänzt, wo eine Zahl fehlt' },
  ])
  if (werte !== completedCode) return [values]
  const ways = together.map((some) => ({ value: some === methods ? '' : some.join(','), label: methodsInWords(some) }))
  const own = ways.some(({ value }) => value === verfahren) ? [] : [{ value: verfahren, label: verfahren }]
  return [values, choice('verfahren', 'Ergänzt durch', verfahren, [...ways, ...own])]
}
