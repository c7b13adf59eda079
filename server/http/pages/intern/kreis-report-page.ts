import { kreisReport } from '../../../../analysis/kreisbericht/kreis-report.ts'
import { type SectionId, sectionIds, sectionTitles } from '../../../../analysis/kreisbericht/sections.ts'
import type { KreisParagraphPage, KreisReportPage } from '../../../../views/page-data/kreis-report-pages.ts'
import { dayAndTime } from '../../../domain/german-time.ts'
import { type ReportOfYear, withParagraphs } from '../../../kreisbericht/report-of-year.ts'
import type { KreisParagraph } from '../../../store/kreis-paragraphs.ts'
import { kreisHref, kreisParagraphHref, kreisReportFileHref, kreisReportHref } from './addresses.ts'
import { choice } from './choice-form.ts'

/** How the address says that nothing is compared. */
export const withoutComparison = 'ohne'

const comparing = (href: string, compared: string) =>
  compared === '' ? href : `${href}${href.includes('?') ? '&' : '?'}vergleich=${compared}`

/** The report of a year, held against another one or, without, against the one before. */
export const reportAddress = (kreis: string, year: number, compared: string): string =>
  comparing(`${kreisReportHref(kreis)}?jahr=${year}`, compared)

interface Shown {
  kreis: string
  paragraphs: readonly KreisParagraph[]
  notice: string
  problem: string
}

export function kreisReportPage(made: ReportOfYear, { kreis, paragraphs, notice, problem }: Shown): KreisReportPage {
  const { facts, year, compared, years } = made
  const report = kreisReport(withParagraphs(facts, paragraphs))
  const against = compared === undefined ? withoutComparison : String(compared)
  const told = new Map(report.sections.map((one) => [one.id, one.blocks]))
  const isEmpty = report.highlights.length === 0 && (facts.providers ?? []).length === 0
  return {
    kreisHref: kreisHref(kreis),
    kreis: report.kreis,
    title: report.title,
    year: String(year),
    asOf: report.asOf,
    ...{ notice, problem, isEmpty, invented: report.invented },
    form: {
      action: kreisReportHref(kreis),
      kept: [],
      choices: [
        choice('jahr', 'Jahr des Berichts', String(year), years.map(yearOption)),
        choice('vergleich', 'Vergleich mit', against, [
          ...years.filter((one) => one < year).map(yearOption),
          { value: withoutComparison, label: 'keinem' },
        ]),
      ],
      resetHref: '',
    },
    files: ['pdf', 'html'].map((ending) => ({
      href: comparing(kreisReportFileHref(kreis, String(year), ending), against),
      label: ending.toUpperCase(),
    })),
    highlights: report.highlights,
    sections: sectionIds.map((id) => {
      const own = paragraphs.find(({ section }) => section === id)
      return {
        ...{ id, title: sectionTitles[id], nothing: nothingIn(id) },
        blocks: (told.get(id) ?? []).filter(({ kind }) => kind !== 'own'),
        own: own === undefined ? null : { paragraphs: paragraphsOf(own.text), written: writtenWords(own) },
        write: {
          href: comparing(kreisParagraphHref(kreis, String(year), id), against),
          label: own === undefined ? 'Absatz schreiben' : 'Absatz ändern',
        },
      }
    }),
    notes: report.notes,
  }
}

const yearOption = (year: number) => ({ value: String(year), label: String(year) })

const onlyOwn: readonly SectionId[] = ['start', 'end']

function nothingIn(id: SectionId): string {
  if (onlyOwn.includes(id)) return 'Hier steht nur, was Sie selbst schreiben.'
  return id === 'open' ? 'Es fehlt keine Angabe, und nichts ist als offen vermerkt.' : 'Dazu liegt keine Angabe vor.'
}

const paragraphsOf = (text: string) =>
  text
    .split(/\n\s*\n/)
    .map((one) => one.trim())
    .filter((one) => one !== '')

const writtenWords = ({ by, at }: KreisParagraph) => `${by}, ${dayAndTime(at)}`

interface Writing {
  kreis: string
  title: string
  year: number
  section: SectionId
  compared: string
  /** All revisions, the newest first. */
  history: readonly KreisParagraph[]
  /** What was typed and is not stored, and why. */
  typed?: { text: string; error: string; isLate: boolean }
}

export function kreisParagraphPage({
  kreis,
  title,
  year,
  section,
  compared,
  history,
  typed,
}: Writing): KreisParagraphPage {
  const [newest, ...earlier] = history
  return {
    kreisHref: kreisHref(kreis),
    kreis: title,
    backHref: `${reportAddress(kreis, year, compared)}#${section}`,
    action: comparing(kreisParagraphHref(kreis, String(year), section), compared),
    year: String(year),
    section: sectionTitles[section],
    hint: onlyOwn.includes(section)
      ? 'In diesem Abschnitt steht nur, was Sie schreiben. Eine leere Zeile beginnt einen neuen Absatz.'
      : 'Der Text steht im Bericht hinter den Zahlen dieses Abschnitts. Eine leere Zeile beginnt einen neuen Absatz; ohne Text entfällt er.',
    text: typed?.text ?? newest?.text ?? '',
    seen: String(newest?.revision ?? 0),
    written: newest === undefined ? '' : writtenWords(newest),
    error: typed?.error ?? '',
    others: typed?.isLate ? (newest?.text ?? '') : '',
    earlier: earlier.map((one) => ({ written: writtenWords(one), text: one.text })),
  }
}
