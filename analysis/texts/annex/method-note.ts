import { withDecimals } from '../../decimals.ts'
import { hidden } from '../../disclosure/hidden.ts'
import { isDefined } from '../../stats/not-defined.ts'
import { whole, whyNot } from '../../words.ts'
import type { Annex } from './annex.ts'
import { countWords, textWords } from './count-words.ts'
import type { CodingNote, WriterWords } from './document.ts'
import type { ToldAnnex } from './tell-annex.ts'

/** How an annex came about, in sentences with numbers. */
export function methodNote(
  annex: Annex,
  told: ToldAnnex,
  { coding, writers }: { coding: CodingNote | undefined; writers: WriterWords },
): string[] {
  const { elsewhere } = told
  const excerpts = annex.counts.excerpts - annex.elsewhere.excerpts - excerptsOutside(annex)
  const many = writers?.many ?? 'Personen oder Stellen'
  return [
    `Grundlage: ${countWords(told.counts, writers)}.`,
    ...(elsewhere.texts === 0
      ? []
      : [`Nicht Teil dieses Anhangs, weil zu anderen Fragen: ${textsOf(elsewhere.texts)}.`]),
    ...(coding === undefined ? [] : codingWords(coding)),
    `${annex.chosen} Abgedruckt: ${whole(excerpts)} ${excerpts === 1 ? 'Auszug' : 'Auszüge'}.`,
    ...replacedWords(annex),
    `Anzahlen, hinter denen weniger als drei ${many} stehen, sind verdeckt, ebenso Anzahlen, aus denen sie sich errechnen ließen. Ein Text kann zu mehreren Kategorien gehören.`,
  ]
}

const textsOf = (texts: ToldAnnex['counts']['texts']) => (texts === hidden ? 'Anzahl verdeckt' : textWords(texts))

const excerptsOutside = ({ chapters }: Annex) => chapters.reduce((sum, { outside }) => sum + outside.excerpts, 0)

function codingWords({ coders, agreement }: CodingNote): string[] {
  if (coders <= 1) return ['Kodiert hat eine Person; eine zweite Kodierung zum Vergleich gibt es nicht.']
  const who = `Kodiert haben ${whole(coders)} Personen`
  if (agreement === undefined || agreement.texts === 0) return [`${who}, jeden Text eine von ihnen.`]
  const { percent, alpha } = agreement.overall
  const share =
    typeof percent === 'number' ? ` Sie stimmen in ${withDecimals(100 * percent, 1)}\u00a0% der Fälle überein.` : ''
  const measured = isDefined(alpha)
    ? ` Krippendorffs Alpha: ${withDecimals(alpha.alpha, 2)}${
        isDefined(alpha.interval)
          ? ` (95-%-Intervall ${withDecimals(alpha.interval[0], 2)} bis ${withDecimals(alpha.interval[1], 2)})`
          : ''
      }.`
    : ` Ein Maß der Übereinstimmung gibt es nicht: ${whyNot(alpha)}.`
  const byWhom = coders === 2 ? 'beiden' : 'mindestens zwei von ihnen'
  const several = `${textWords(agreement.texts)} ${agreement.texts === 1 ? 'wurde' : 'wurden'} von ${byWhom} kodiert.`
  return [`${who}, unabhängig voneinander. ${several}${share}${measured}`]
}

const placeholder = /\[(?:Name|E-Mail-Adresse|Telefonnummer|Nummer|Internetadresse)[^\]]*\]/

function replacedWords(annex: Annex): string[] {
  const printed = annex.chapters.flatMap(({ groups }) =>
    groups.flatMap(({ sections }) =>
      sections.flatMap(({ excerpts, parts }) => [...excerpts, ...parts.flatMap((part) => part.excerpts)]),
    ),
  )
  const replaced = printed.filter((wording) => placeholder.test(wording)).length
  if (replaced === 0) return ['Alle Auszüge sind einzeln freigegeben.']
  const where = replaced === 1 ? 'einem von ihnen' : `${whole(replaced)} von ihnen`
  return [
    `Alle Auszüge sind einzeln freigegeben; in ${where} steht in eckigen Klammern, was an Stelle eines Namens oder einer Adresse gesetzt ist.`,
  ]
}
