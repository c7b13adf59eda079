import { textType } from './texts.ts'

/** The key of the Kommune that answers. */
export const gkz = textType({
  label: 'Schlüssel',
  values: '6 Ziffern',
  longest: 200,
  repeats: false,
  column: { type: 'code' },
})
