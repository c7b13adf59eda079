import type { ReceiptPage } from '../../views/pages.ts'

/** The receipt as a plain text, to be kept in any file system and read with any program. */
export function receiptFile(page: ReceiptPage): string {
  const lines = [
    `Quittung ${page.number}`,
    page.synthetic ? 'SYNTHETISCHE DATEN: erfundene Angaben zum Ausprobieren' : '',
    '',
    page.waveTitle,
    `${page.unit.label}: ${page.unit.name} (${page.unit.note})`,
    page.stichtag === '' ? '' : `Stichtag: ${page.stichtag}`,
    `Eingegangen: ${page.submittedAt}`,
    `Abgabe Nr. ${page.revision}, Fragebogen in der Fassung ${page.surveyVersion}`,
    `Prüfsumme der Angaben (SHA-256): ${page.answersHash}`,
    `Prüfsumme des Fragebogens (SHA-256): ${page.surveyHash}`,
    ...part(
      'Geändert gegenüber der vorigen Abgabe',
      page.differences.map((one) => `${one.number}, ${one.label}: ${one.before} → ${one.after}`),
    ),
    ...page.answers.flatMap(({ title, rows }) =>
      part(
        title,
        rows.map(({ number, label, value, comment }) => `${number}, ${label}: ${comment === '' ? value : comment}`),
      ),
    ),
    ...part(
      'Begründungen',
      page.justifications.map(({ numbers, reason, text }) => `${numbers}: ${reason}${text === '' ? '' : ` – ${text}`}`),
    ),
    '',
  ]
  return lines.filter((line, index) => line !== '' || lines[index - 1] !== '').join('\r\n')
}

const part = (title: string, lines: readonly string[]) =>
  lines.length === 0 ? [] : ['', title, '-'.repeat(title.length), ...lines]
