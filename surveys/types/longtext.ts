import { textType } from './texts.ts'

/** Several lines of words. */
export const longtext = textType({
  label: 'Text, mehrzeilig',
  values: '',
  longest: 10_000,
  invent: () => 'Ein Beispiel\nmit zwei Zeilen',
})
