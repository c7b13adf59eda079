import type { SameWords } from '../../../../analysis/screening/same-words.ts'
import { printedNumbers } from '../../../../surveys/compile/printed-numbers.ts'
import { formatNumber } from '../../../../surveys/reading/number.ts'
import type { AlikeReasons, ScreeningPage } from '../../../../views/page-data/screening-pages.ts'
import { writeAbout } from '../../../queries/about.ts'
import { extentOf } from '../../../queries/extent.ts'
import { wordsKey } from '../../../queries/words-key.ts'
import { hubHref } from '../addresses.ts'
import { shownUnit } from '../frame.ts'
import { askAlikeHref } from './addresses.ts'
import type { ShownScreening } from './shown-screening.ts'

/** So many are shown: the most frequent say most. */
const most = 10

type Shown = Omit<ShownScreening, 'scope' | 'mayDecide'>

/** Reasons that many gave with the same words, each once, with all who did. */
export function alikeReasons(shown: Shown): Pick<ScreeningPage, 'alike' | 'moreAlike'> {
  const { alike } = shown.screening
  const more = alike.length - most
  const moreAlike = more <= 0 ? '' : more === 1 ? 'Dazu kommt noch 1.' : `Dazu kommen noch ${formatNumber(more)}.`
  return { alike: alike.slice(0, most).map((one) => alikeReason(one, shown)), moreAlike }
}

function alikeReason(
  { check, reason, text, units }: SameWords,
  { wave, instrument, register, mayAsk, screening: { screened } }: Shown,
): AlikeReasons {
  const questions = instrument.checks.find(({ id }) => id === check)?.questions ?? []
  const variables = questions.flatMap((id) => instrument.questions.get(id)?.variables.slice(0, 1) ?? [])
  const asked = { kind: 'check', name: check } as const
  return {
    askHref:
      mayAsk && extentOf(asked, instrument) !== undefined
        ? askAlikeHref(wave.id, writeAbout(asked), wordsKey(text))
        : '',
    count: formatNumber(units.length),
    text,
    reason,
    about: printedNumbers(variables).join(' und '),
    units: units.flatMap((place) => {
      const unit = screened.units[place]?.unit
      if (unit === undefined) return []
      const { name } = shownUnit(instrument.unit, unit, register)
      return [{ label: name, href: hubHref({ wave: wave.id, unit, office: true }) }]
    }),
  }
}
