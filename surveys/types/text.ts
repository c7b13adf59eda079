import { textType } from './texts.ts'

/** One line of words. */
export const text = textType({ label: 'Text', values: '', longest: 1_000, invent: () => 'Ein Beispiel' })
