import { allValuesUsed, valuesUsed, valuesWords } from '../../../../surveys/codebook/values-used.ts'
import { formatDate } from '../../../../surveys/reading/dates.ts'
import type { ExportsPage } from '../../../../views/page-data/staff-pages.ts'
import type { Holder } from '../../../domain/rights.ts'
import { exportFiles } from '../../../export/files.ts'
import { filesFor, isCodingFile } from '../../../export/files-offered.ts'
import type { Format } from '../../../export/formats/format.ts'
import { formats } from '../../../export/formats/index.ts'
import { isOutside, isSettled } from '../../../export/scientific/who-gets.ts'
import type { LoggedEntry } from '../../../store/log-entries.ts'
import { riskHref } from './addresses.ts'
import { logEntry } from './log-entry.ts'

interface Wave {
  id: string
  title: string
  stichtag: string | null
  state: string
  synthetic: boolean
}

/** What can be downloaded, and what the person downloaded last. */
export function exportsPage(
  waves: readonly Wave[],
  own: readonly LoggedEntry[],
  {
    problem,
    chosen,
    holder,
    offersPackages,
  }: Pick<ExportsPage, 'problem' | 'chosen' | 'offersPackages'> & { holder: Holder },
): ExportsPage {
  const groups = filesFor(holder)
  return {
    problem,
    chosen: { datei: groups[0]?.files[0], ...chosen },
    isOutside: isOutside(holder.role),
    waves: waves.map(({ id, title, stichtag, synthetic }) => ({
      id,
      label: `${id}: ${title}${stichtag === null ? '' : `, Stichtag ${formatDate(stichtag)}`}${synthetic ? ' (synthetisch)' : ''}`,
    })),
    files: groups.map(({ label, files }) => ({
      label,
      files: files.map((code) => ({ code, label: exportFiles[code].label })),
    })),
    reports: holder.isScoped ? [] : waves.filter(isSettled).map(({ id }) => ({ label: id, href: riskHref(id) })),
    values: allValuesUsed.map((one) => ({ code: valuesUsed[one].code, label: valuesWords(one) })),
    formats: formats.map(({ name, label }) => ({ code: name, label })),
    carrying: formats.map(({ name, label, cannotCarry }) => [
      name,
      label.slice(`${name}: `.length),
      cannotCarry.map((sentence) => `${sentence}.`).join(' '),
    ]),
    offersPackages,
    offersCodings: groups.some(({ files }) => files.some(isCodingFile)),
    downloads: own.map(logEntry),
  }
}

/** The name says what the file is, since it leaves the page that says it too. */
export function downloadName(table: string, { ending }: Format): string {
  return `${table}_Arbeitsansicht_nicht-zur-Veroeffentlichung${ending}`
}
