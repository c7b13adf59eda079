import { textType } from './texts.ts'

/** The code of one option of a list. */
export const choice = textType({
  measure: 'category',
  sends: (text, options) => options.some(({ code }) => code === text),
  longest: 200,
  shown: (value, options = []) => options.find(({ code }) => code === value)?.label ?? value,
  label: 'Auswahl',
  values: '',
  column: { type: 'code' },
})
