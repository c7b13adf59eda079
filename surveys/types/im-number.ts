import { textType } from './texts.ts'

/** The number of the Integrationsmanager/-in who answers. */
export const imNumber = textType({
  label: 'Nummer',
  values: '6 Ziffern, Bindestrich, 3 Ziffern',
  longest: 200,
  repeats: false,
  column: { type: 'code' },
})
