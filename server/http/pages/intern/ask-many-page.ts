import type { Instrument } from '../../../../surveys/compile/instrument.ts'
import type { Register } from '../../../../surveys/reading/register.ts'
import type { AskManyPage } from '../../../../views/page-data/query-pages.ts'
import { type About, placeOf, writeAbout } from '../../../queries/about.ts'
import type { Hit } from '../../../queries/hits.ts'
import { shownUnit } from '../frame.ts'
import { askManyHref, queriesOfHref, queriesOfWaveHref, waveHref } from './addresses.ts'

interface Known {
  wave: string
  instrument: Instrument
  register: Register
  about: About
  hits: readonly Hit[]
  text: string
  bis: string
  /** The units that are ticked; undefined: those who have not given a reason. */
  ticked: ReadonlySet<string> | undefined
  errors: AskManyPage['errors']
}

/** All whom a check finds, and what to ask them. */
export function askManyPage({ wave, instrument, register, about, hits, ...typed }: Known): AskManyPage {
  return {
    id: wave,
    waveHref: waveHref(wave),
    listHref: queriesOfWaveHref(wave),
    title: instrument.title,
    action: askManyHref(wave),
    about: writeAbout(about),
    label: placeOf(about, instrument)?.label ?? about.name,
    ask: { text: typed.text, bis: typed.bis },
    hits: hits.map(({ unit, message, reason }) => ({
      unit,
      name: shownUnit(instrument.unit, unit, register).name,
      href: queriesOfHref(wave, unit),
      message,
      reason,
      checked: typed.ticked === undefined ? reason === '' : typed.ticked.has(unit),
    })),
    errors: typed.errors,
  }
}
