import { readField } from '../form-file/read-field.ts'
import { typeOf } from '../types/index.ts'
import type { Figure } from './figure.ts'
import { typed } from './read-number.ts'
import type { TargetField, TargetFields } from './target-fields.ts'

/** What the figures of a file put into a form. */
export interface Placed {
  /** What each field gets, and from which figures. */
  fields: ReadonlyMap<string, { text: string; figures: readonly Figure[] }>
  /** Why a figure cannot go where it was placed, by its words. */
  faults: ReadonlyMap<string, string>
}

/** `choice`: the field of each figure, by its words. Several figures of a count are added up. */
export function placeFigures(
  figures: readonly Figure[],
  choice: ReadonlyMap<string, string>,
  all: TargetFields,
): Placed {
  const byField = new Map<TargetField, Figure[]>()
  for (const figure of figures) {
    const field = all.get(choice.get(figure.words) ?? '')
    if (field !== undefined && figure.fault === '') byField.set(field, [...(byField.get(field) ?? []), figure])
  }
  const fields = new Map<string, { text: string; figures: readonly Figure[] }>()
  const faults = new Map<string, string>()
  for (const [field, own] of byField) {
    const read = own.map((figure) => readsAs(field, figure))
    for (const [place, one] of read.entries()) if ('fault' in one) faults.set(own[place]?.words ?? '', one.fault)
    if (read.some((one) => 'fault' in one)) continue
    const sum = own.length === 1 ? read[0] : sumIn(field, own)
    if (sum !== undefined && 'text' in sum) fields.set(field.variable.name, { text: sum.text, figures: own })
    else for (const { words } of own) faults.set(words, sum?.fault ?? '')
  }
  return { fields, faults }
}

type ReadsAs = { text: string } | { fault: string }

/** What a field makes of a figure. */
export function readsAs(field: TargetField, { value, percent }: Pick<Figure, 'value' | 'percent'>): ReadsAs {
  if (percent && typeOf(field.variable.type).unit !== '%')
    return { fault: `„${value} %“ ist ein Anteil; das Feld „${field.called}“ fragt nach einer Zahl.` }
  const read = readField(field, { text: value })
  if ('fault' in read) return { fault: `„${value}“ passt nicht in das Feld „${field.called}“: ${read.fault}` }
  return 'text' in read ? read : { fault: 'Die Zelle ist leer.' }
}

function sumIn(field: TargetField, figures: readonly Figure[]): ReadsAs {
  if (typeOf(field.variable.type).column.type !== 'integer')
    return {
      fault: `In das Feld „${field.called}“ kommen mehrere Zahlen. Zusammengezählt werden nur Anzahlen; bitte lassen Sie es bei einer.`,
    }
  const sum = figures.reduce((all, { value }) => all + Number(value.replace(',', '.')), 0)
  return readsAs(field, { value: typed(sum), percent: false })
}
