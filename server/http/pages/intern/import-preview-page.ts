import type { Catalogue } from '../../../../analysis/indicators/catalogue.ts'
import { formatDate } from '../../../../surveys/reading/dates.ts'
import { formatNumber } from '../../../../surveys/reading/number.ts'
import type { ImportPreviewPage } from '../../../../views/page-data/staff-pages.ts'
import { changedLine } from '../../../admindata/changed-lines.ts'
import type { ImportOutcome } from '../../../admindata/import-file.ts'
import { causeLines, indicatorLines, noteLines, stateLine } from '../../../admindata/outcome-lines.ts'
import type { Upload } from '../../../store/uploads.ts'
import { previewHref } from './addresses.ts'

/** What would come of a file, or what is in the way. */
export function previewPage(
  { id, fileName, settings }: Upload,
  result: ImportOutcome | readonly string[],
  indicators: Catalogue['indicators'],
): ImportPreviewPage {
  const { zeit = '', indikator = '', strichIstNull = false, ohneFehlerhafte = false } = settings
  return {
    href: previewHref(id),
    file: fileName,
    ...('length' in result ? { ...nothing, problems: result.map(inForm) } : outcomeParts(result)),
    settings: { zeit, indikator, strich: strichIstNull, fehlerhafte: ohneFehlerhafte },
    indicators: [...indicators.values()].map(({ code, label }) => ({ code, label: `${label} (${code})` })),
  }
}

const nothing = {
  problems: [],
  summary: '',
  facts: [],
  changed: [],
  moreChanged: '',
  found: [],
  notes: [],
  mayImport: false,
}

function outcomeParts(outcome: ImportOutcome) {
  const { state, title, source, licence, asOf, hash, summary } = outcome
  const { changed = [], changes, indicators } = summary
  const more = changes.changed - changed.length
  return {
    problems: state === 'faulty' ? causeLines(outcome).map(inForm) : [],
    summary: stateLine(outcome),
    facts: [
      { label: 'Tabelle', value: title },
      ...(asOf === null ? [] : [{ label: 'Stand', value: formatDate(asOf) }]),
      { label: 'Quelle', value: source },
      { label: 'Lizenz', value: licence },
      { label: 'SHA-256', value: hash },
    ],
    changed: state === 'known' ? [] : changed.map(changedLine),
    moreChanged: state !== 'known' && more > 0 ? `… und ${formatNumber(more)} weitere` : '',
    found: indicators.map((one) =>
      indicatorLines(one)
        .map((line) => line.trim())
        .join('; '),
    ),
    notes: noteLines(summary).map(inForm),
    mayImport: state === 'preview',
  }
}

/** What commands call by its option, as the form calls it. */
function inForm(sentence: string): string {
  return sentence
    .replace(' („stichtag admindata catalogue“ zeigt alle)', '')
    .replace(' „stichtag admindata catalogue“ zeigt alle.', '')
    .replace(' (--json zeigt alle)', '')
    .replace(': --mapping DATEI', ' auf der Befehlszeile (stichtag admindata import --mapping)')
    .replace('mit --zeit', 'unter „Zeit der Zahlen“')
    .replace('--zeit', 'Zeit der Zahlen')
    .replace('mit --indikator KENNUNG', 'unter „Indikator“')
}
