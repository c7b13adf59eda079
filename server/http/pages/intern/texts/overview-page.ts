import { formatNumber } from '../../../../../surveys/reading/number.ts'
import type { TextsPage } from '../../../../../views/page-data/text-pages.ts'
import { dayAndTime } from '../../../../domain/german-time.ts'
import type { CurrentCodebook } from '../../../../store/texts/codebooks.ts'
import type { FieldCounts } from '../../../../store/texts/list-texts.ts'
import type { CodingSample } from '../../../../store/texts/samples.ts'
import { type AskedTexts, titleOfField } from '../../../../texts/asked-texts.ts'
import {
  categoriesHref,
  categoriesOfHref,
  codingHref,
  releasesHref,
  textAnnexHref,
  textFilesHref,
  textListHref,
  textSampleHref,
} from '../text-addresses.ts'
import { fieldWords, ofWave, type Said } from './of-wave.ts'

interface Known {
  counts: readonly FieldCounts[]
  codebooks: readonly CurrentCodebook[]
  samples: readonly CodingSample[]
  /** Whether the account may read texts in from files. */
  mayRead: boolean
  scope: string
  /** Whether the account may publish what was released. */
  mayPublish: boolean
  typed?: { anteil: string; mindestens: string; zahl: string; frage: string } | undefined
}

export function overviewPage(asked: AskedTexts, known: Known, said: Said): TextsPage {
  const { wave, fields } = asked
  const { counts, codebooks, samples, mayRead, scope, mayPublish, typed } = known
  const countsOf = new Map(counts.map((one) => [one.field, one]))
  const written = fields.filter(({ field }) => countsOf.has(field))
  const sum = (of: (one: FieldCounts) => number) => formatNumber(counts.reduce((all, one) => all + of(one), 0))
  return {
    ...ofWave(asked, scope, said),
    total:
      counts.length === 0
        ? 'Noch hat niemand etwas geschrieben.'
        : `${sum(({ texts }) => texts)} Texte zu ${formatNumber(written.length)} Fragen, ${sum(({ coded }) => coded)} davon zugeordnet.`,
    table: {
      heads: ['Frage', 'Texte', 'von', 'zugeordnet', 'doppelt', 'offene Stellen', 'freigegeben', 'Kategorien'],
      rows: written.map((one) => {
        const count = countsOf.get(one.field)
        const codebook = codebooks.find((of) => of.fields.includes(one.field))
        const number = (value = 0) => ({ text: formatNumber(value), href: '' })
        return [
          { text: titleOfField(one), href: `${textListHref(wave.id)}?frage=${one.field}` },
          number(count?.texts),
          number(count?.units),
          number(count?.coded),
          number(count?.twice),
          number(count?.open),
          number(count?.released),
          codebook === undefined
            ? { text: 'noch keine', href: categoriesHref(wave.id) }
            : { text: codebook.title, href: categoriesOfHref(wave.id, codebook.id) },
        ]
      }),
    },
    links: [
      { href: textListHref(wave.id), label: 'Liste', note: 'suchen und filtern' },
      { href: codingHref(wave.id), label: 'Zuordnen', note: 'einen Text nach dem anderen, mit Tasten' },
      {
        href: categoriesHref(wave.id),
        label: 'Kategorien',
        note: 'anlegen, ändern, herunterladen; Übereinstimmung und Unterschiede',
      },
      {
        href: releasesHref(wave.id),
        label: 'Freigabe',
        note: 'was veröffentlicht werden soll, und was ein zweites Konto freigab',
      },
      ...(mayRead
        ? [{ href: textFilesHref(wave.id), label: 'Dateien', note: 'Texte aus einer Datei einlesen und zurücknehmen' }]
        : []),
      ...(mayPublish
        ? [{ href: textAnnexHref(wave.id), label: 'Anhang', note: 'Auszüge nach Kategorien, zum Veröffentlichen' }]
        : []),
    ],
    samples: samples.map(
      ({ fields: drawn, seed, share, texts, by, at }) =>
        `${formatNumber(texts)} Texte: ${drawn.length === 1 ? fieldWords(asked, drawn[0] ?? '') : `${drawn.length} Fragen`}, ${formatNumber(share * 100)} % mit der Zahl ${seed}, ${dayAndTime(at)}${by === null ? '' : ` von ${by}`}`,
    ),
    draw: {
      href: textSampleHref(wave.id),
      fields: written.map((one) => ({
        value: one.field,
        label: titleOfField(one),
        selected: one.field === typed?.frage,
      })),
      share: typed?.anteil ?? '20',
      seed: typed?.zahl ?? '1',
      atLeast: typed?.mindestens ?? '10',
    },
  }
}
