import type { Instrument } from '../../../surveys/compile/instrument.ts'
import { formatDate } from '../../../surveys/reading/dates.ts'
import type { Register } from '../../../surveys/reading/register.ts'
import type { CarrierEntry, FormsPage } from '../../../views/page-data/form-pages.ts'
import type { CarrierList } from '../../forms/carrier.ts'
import type { CarriedUnit } from '../../store/carrier-codes.ts'
import { hubHref } from './addresses.ts'
import { overAt } from './closed-words.ts'
import { formsSummary } from './forms-page.ts'
import { shownUnit } from './frame.ts'

interface Known {
  instrument: Pick<Instrument, 'title' | 'unit'>
  register: Register
  synthetic: boolean
  /** The forms that are open in this browser. */
  forms: FormsPage['forms']
}

/** The one list of those for whom somebody answers: all, whether their forms are open here or not. */
export function carrierEntry({ wave, verbund, units }: CarrierList, known: Known): CarrierEntry {
  const { instrument, register, synthetic } = known
  const entries = units
    .map((one) => unitEntry(wave, one, known))
    .sort((a, b) => a.unit.name.localeCompare(b.unit.name, 'de'))
  return {
    id: `${wave}-${verbund}`,
    name: register.verbuende.get(verbund)?.name ?? verbund,
    waveTitle: instrument.title,
    synthetic,
    summary: formsSummary(entries),
    units: entries,
  }
}

function unitEntry(
  wave: string,
  one: CarriedUnit,
  { instrument, register, forms }: Known,
): CarrierEntry['units'][number] {
  const { unit, rev, receipt } = one
  const place = { wave, unit }
  const shown = { place: `${wave}/${unit}`, unit: shownUnit(instrument.unit, unit, register) }
  const form = forms.find(({ href }) => href === hubHref(place))
  if (form !== undefined) {
    const lines = [form.frist, form.filled, form.saved].filter((line) => line !== '')
    return { ...shown, state: form.state, lines, receipt: form.receipt, step: form.step }
  }
  return {
    ...shown,
    state: receipt !== null ? 'abgesendet' : rev > 0 ? 'begonnen' : 'leer',
    lines: [one.open ? `Frist ${formatDate(one.frist)}` : overAt(one)],
    receipt: receipt === null ? null : { href: '', number: receipt },
    step: null,
  }
}

/** What stands in the list of a carrier stands nowhere else. */
export function formsOfPage(
  all: FormsPage['forms'],
  carriers: CarrierEntry[],
): Pick<FormsPage, 'forms' | 'summary' | 'carriers'> {
  const carried = new Set(carriers.flatMap(({ units }) => units.map(({ place }) => `/erhebung/${place}`)))
  const forms = all.filter(({ href }) => !carried.has(href))
  return { forms, summary: formsSummary(forms), carriers }
}
