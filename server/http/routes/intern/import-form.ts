import { z } from 'zod'
import type { TypedSettings } from '../../../admindata/settings.ts'

/** What is said beside a file, and what is to be done with it. */
export const importForm = z.strictObject({
  _csrf: z.string(),
  aktion: z.enum(['pruefen', 'einlesen', 'verwerfen']),
  zeit: z.string().trim().max(40).default(''),
  indikator: z.string().trim().max(32).default(''),
  strich: z.literal('1').optional(),
  fehlerhafte: z.literal('1').optional(),
})

export function settingsOf({ zeit, indikator, strich, fehlerhafte }: z.infer<typeof importForm>): TypedSettings {
  return {
    ...(zeit === '' ? {} : { zeit }),
    ...(indikator === '' ? {} : { indikator }),
    strichIstNull: strich === '1',
    ohneFehlerhafte: fehlerhafte === '1',
  }
}

export function isSame(one: TypedSettings, other: TypedSettings): boolean {
  const { zeit = '', indikator = '', strichIstNull = false, ohneFehlerhafte = false } = one
  const rest = { zeit: '', indikator: '', strichIstNull: false, ohneFehlerhafte: false, ...other }
  return (
    zeit === rest.zeit &&
    indikator === rest.indikator &&
    strichIstNull === rest.strichIstNull &&
    ohneFehlerhafte === rest.ohneFehlerhafte
  )
}
