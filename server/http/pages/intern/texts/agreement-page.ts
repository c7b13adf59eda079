import { isDefined } from '../../../../../analysis/stats/not-defined.ts'
import type { Agreement, Measures } from '../../../../../analysis/texts/agreement/agreement.ts'
import type { Difference } from '../../../../../analysis/texts/agreement/differences.ts'
import { formatNumber } from '../../../../../surveys/reading/number.ts'
import type { TextAgreementPage } from '../../../../../views/page-data/text-pages.ts'
import { dayAndTime } from '../../../../domain/german-time.ts'
import type { CurrentCodebook } from '../../../../store/texts/codebooks.ts'
import type { Settlement } from '../../../../store/texts/codings.ts'
import type { ListedText } from '../../../../store/texts/list-texts.ts'
import type { AskedTexts } from '../../../../texts/asked-texts.ts'
import { agreementHref, categoriesOfHref, codingHref } from '../text-addresses.ts'
import { fieldWords, ofWave, type Said } from './of-wave.ts'

interface Known {
  codebook: CurrentCodebook
  agreement: Agreement
  differences: readonly Difference[]
  settled: readonly Settlement[]
  undecided: ReadonlySet<number>
  texts: ReadonlyMap<string, ListedText>
  seed: number
  scope: string
  typed?: { text: number; category: string; why: string } | undefined
}

const none = '–'
const rounded = (value: number) => formatNumber(Math.round(value * 1000) / 1000)

export function agreementPage(asked: AskedTexts, known: Known, said: Said = {}): TextAgreementPage {
  const { codebook, agreement, differences, settled, undecided, texts, seed, scope, typed } = known
  const wave = asked.wave.id
  const names = new Map(codebook.categories.map(({ key, name }) => [key, name]))
  const settledOf = new Map(settled.map((one) => [`${one.text} ${one.category}`, one]))
  const entries = differences.flatMap(({ text, category, given, left }) => {
    const found = texts.get(text)
    if (found === undefined) return []
    const decided = settledOf.get(`${text} ${category}`)
    const isTyped = typed?.text === found.id && typed.category === category
    return [
      {
        id: `${text}-${category}`,
        text: found.id,
        category,
        name: names.get(category) ?? category,
        question: fieldWords(asked, found.field),
        said: found.text,
        who: `zugeordnet von ${given.join(', ')}, nicht von ${left.join(', ')}`,
        decided:
          decided === undefined
            ? ''
            : `${decided.holds ? 'Gehört dazu' : 'Gehört nicht dazu'}: ${decided.why} (${decided.by}, ${dayAndTime(decided.at)})`,
        why: isTyped ? typed.why : '',
      },
    ]
  })
  const open = entries.filter(({ decided }) => decided === '')
  return {
    ...ofWave(asked, scope, said),
    title: codebook.title,
    backHref: categoriesOfHref(wave, codebook.id),
    href: agreementHref(wave, codebook.id),
    summary:
      agreement.texts === 0
        ? 'Noch hat kein Text zwei Zuordnungen.'
        : `${formatNumber(agreement.texts)} Texte haben zwei oder mehr Zuordnungen, von ${agreement.coders.join(', ')}.`,
    table: {
      heads: [
        'Kategorie',
        'vergeben',
        'Übereinstimmung',
        'Cohens Kappa',
        'Fleiss’ Kappa',
        'Krippendorffs Alpha',
        '95 %',
      ],
      rows:
        agreement.texts === 0
          ? []
          : [
              ...agreement.categories.map(({ category, given, measures }) => [
                names.get(category) ?? category,
                formatNumber(given),
                ...measureWords(measures),
              ]),
              ['insgesamt', '', ...measureWords(agreement.overall)],
            ],
    },
    note: `Das Intervall kommt aus Stichproben der Texte mit Zurücklegen (Zahl ${seed}). Insgesamt misst Alpha, wie weit zwei Mengen von Kategorien auseinanderliegen (MASI).`,
    open,
    settled: entries.filter(({ decided }) => decided !== ''),
    undecided: [...undecided].map((text) => ({ href: `${codingHref(wave)}?text=${text}`, label: `Text ${text}` })),
  }
}

function measureWords({ percent, cohen, fleiss, alpha }: Measures): string[] {
  const kappas = cohen.map(({ result }) => (isDefined(result) ? rounded(result.kappa) : none))
  const interval = isDefined(alpha) && isDefined(alpha.interval) ? alpha.interval : undefined
  return [
    isDefined(percent) ? `${formatNumber(Math.round(percent * 1000) / 10)} %` : none,
    kappas.join('; ') || none,
    isDefined(fleiss) ? rounded(fleiss.kappa) : none,
    isDefined(alpha) ? rounded(alpha.alpha) : none,
    interval === undefined ? none : `${rounded(interval[0])} bis ${rounded(interval[1])}`,
  ]
}
