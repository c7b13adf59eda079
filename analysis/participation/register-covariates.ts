import type { PanelUnit } from '../panel/unit.ts'
import type { Covariate } from './participation-model.ts'

/** The number of inhabitants as it is, to be shown. */
export const inhabitants = (units: readonly PanelUnit[]): Covariate => ({
  name: 'einwohner',
  label: 'Einwohner',
  values: Float64Array.from(units, ({ einwohner }) => einwohner ?? Number.NaN),
})

/** The logarithm of the inhabitants, for models: sizes differ by factors. */
export const logInhabitants = (units: readonly PanelUnit[]): Covariate => ({
  name: 'ln_einwohner',
  label: 'Einwohner (Logarithmus)',
  values: Float64Array.from(units, ({ einwohner = 0 }) => (einwohner > 0 ? Math.log(einwohner) : Number.NaN)),
})
