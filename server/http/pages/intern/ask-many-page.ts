import type { Instrument } from '../../../../surveys/compile/instrument.ts'
import type { Register } from '../../../../surveys/reading/register.ts'
import type { AskManyPage } from '../../../../views/page-data/query-pages.ts'
import { type About, checkSentence, placeOf, writeAbout } from '../../../queries/about.ts'
import type { Hit } from '../../../queries/hits.ts'
import { shownUnit } from '../frame.ts'
import { askManyHref, queriesOfHref, queriesOfWaveHref, waveHref } from './addresses.ts'

interface Known {
  wave: string
  instrument: Instrument
  register: Register
  about: About
  /** Only those whose reason has the same words; '' of all. */
  words: string
  hits: readonly Hit[]
  text: string
  bis: string
  /** The units that are ticked; undefined: those who have not given a reason, or all with the same words. */
  ticked: ReadonlySet<string> | undefined
  errors: AskManyPage['errors']
}

/** All whom a check finds, and what to ask them. */
export function askManyPage({ wave, instrument, register, about, words, hits, ...typed }: Known): AskManyPage {
  const shown = hits.filter((one) => words === '' || one.words === words)
  return {
    id: wave,
    waveHref: waveHref(wave),
    listHref: queriesOfWaveHref(wave),
    title: instrument.title,
    action: askManyHref(wave),
    about: writeAbout(about),
    label: placeOf(about, instrument)?.label ?? about.name,
    sentence: checkSentence(about, instrument),
    words: { key: words, text: words === '' ? '' : (shown[0]?.reason ?? '') },
    ask: { text: typed.text, bis: typed.bis },
    hits: shown.map(({ unit, message, reason }) => ({
      unit,
      name: shownUnit(instrument.unit, unit, register).name,
      href: queriesOfHref(wave, unit),
      message,
      reason,
      checked: typed.ticked === undefined ? reason === '' || words !== '' : typed.ticked.has(unit),
    })),
    errors: typed.errors,
  }
}
