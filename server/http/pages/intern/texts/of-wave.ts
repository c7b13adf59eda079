import type { OfWave } from '../../../../../views/page-data/text-pages.ts'
import { type AskedTexts, titleOfField } from '../../../../texts/asked-texts.ts'
import { waveHref } from '../addresses.ts'
import { textsHref } from '../text-addresses.ts'

export interface Said {
  notice?: string
  errors?: { field: string; message: string }[]
}

export const ofWave = (
  { wave, form }: Pick<AskedTexts, 'wave' | 'form'>,
  scope: string,
  { notice = '', errors = [] }: Said = {},
): OfWave => ({
  id: wave.id,
  waveTitle: form.instrument.title,
  waveHref: waveHref(wave.id),
  textsHref: textsHref(wave.id),
  synthetic: wave.synthetic,
  scope,
  notice,
  errors,
})

/** What a field is called for people. */
export const fieldWords = ({ fields }: Pick<AskedTexts, 'fields'>, field: string): string => {
  const known = fields.find((one) => one.field === field)
  return known === undefined ? field : titleOfField(known)
}
