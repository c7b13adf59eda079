import type { Instrument } from '../../surveys/compile/instrument.ts'
import { formatNumber } from '../../surveys/reading/number.ts'
import type { Register } from '../../surveys/reading/register.ts'
import type { Db } from '../database/database.ts'
import { Forms } from '../forms/form.ts'
import { readRegister } from '../store/register.ts'
import { participantIds } from '../store/scopes.ts'
import type { Wave } from '../store/waves.ts'
import { groundWords, valueWords } from './amendment-words.ts'
import type { AskedAmendment } from './check-amendments.ts'
import { outdated } from './outdated.ts'

const mostShown = 30

/** What whoever agrees to amendments should know; first those that nobody can agree to any more. */
export async function amendPreview(db: Db, wave: Wave, amendments: readonly AskedAmendment[]) {
  const units = new Map([...(await participantIds(db, wave.id, undefined))].map(([unit, id]) => [id, unit]))
  const forms = new Forms()
  const { instrument } = await forms.get({ ...wave, surveyVersion: wave.survey_version })
  const { gemeinden } = await readRegister(db)
  const why = await outdated({ db, forms }, wave, amendments)
  const all = amendments.map((one, place) => ({ one, why: why.get(place) }))
  const ordered = [...all.filter((each) => each.why !== undefined), ...all.filter((each) => each.why === undefined)]
  const lines = ordered.slice(0, mostShown).map((each) => ({
    label: placeWords(each.one, units.get(each.one.participantId) ?? '', instrument, gemeinden),
    value: changeWords(each.one, instrument, each.why),
  }))
  const more = amendments.length - lines.length
  return [
    ...(why.size === 0 ? [] : [{ label: 'Achtung', value: outdatedWords(why.size) }]),
    ...lines,
    ...(more === 0 ? [] : [{ label: 'Dazu', value: `${formatNumber(more)} weitere` }]),
  ]
}

const outdatedWords = (count: number) =>
  `${count === 1 ? 'Eine Korrektur passt' : `${formatNumber(count)} Korrekturen passen`} nicht mehr zu dem, was jetzt ` +
  'verwendet wird. So kann niemand zustimmen; bitte schlagen Sie es neu vor.'

function placeWords(
  { field }: AskedAmendment,
  unit: string,
  { variable, labels }: Instrument,
  gemeinden: Register['gemeinden'],
): string {
  const name = gemeinden.get(unit)?.name
  const title = [variable.get(field)?.number, labels.get(field)?.label ?? field].filter(Boolean).join(', ')
  return `${name === undefined ? unit : `${name} (${unit})`}: ${title}`
}

function changeWords(one: AskedAmendment, instrument: Instrument, why: string | undefined): string {
  const [was, became] = [one.was, one.became].map((value) => valueWords(instrument, one.field, value))
  return [...(why === undefined ? [] : [why]), `${was} → ${became}`, groundWords(one), one.note]
    .filter((part) => part !== '')
    .join('; ')
}
