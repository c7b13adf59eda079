import type { Instrument } from '../../../../surveys/compile/instrument.ts'
import { formatNumber } from '../../../../surveys/reading/number.ts'
import type { AmendmentPreviewPage } from '../../../../views/page-data/amendment-pages.ts'
import { placed } from '../../../admindata/placed.ts'
import type { LookedAtFile } from '../../../amendments/amend-file.ts'
import { valueWords } from '../../../amendments/amendment-words.ts'
import { amendmentReasons, amendmentSources } from '../../../amendments/grounds.ts'
import { fieldTitle } from '../amendment-entry.ts'
import { amendmentPreviewHref, amendmentsHref, waveHref } from './addresses.ts'

const mostProblems = 500
const mostRows = 200

interface Known {
  wave: string
  upload: { id: string; fileName: string }
  instrument: Instrument
  units: ReadonlyMap<number, string>
  /** What is in the file, or why it cannot be read at all. */
  looked: LookedAtFile | readonly string[]
}

export function amendmentPreviewPage({ wave, upload, instrument, units, looked }: Known): AmendmentPreviewPage {
  const place = { id: wave, waveHref: waveHref(wave), listHref: amendmentsHref(wave), file: upload.fileName }
  const page = { ...place, href: amendmentPreviewHref(wave, upload.id), summary: '', rows: [], more: '', confirm: '' }
  if (!('lines' in looked)) return { ...page, problems: [...looked] }
  const { lines, problems, isLarge } = looked
  if (problems.length > 0) {
    const told = problems.slice(0, mostProblems).map((one) => placed(upload.fileName, one))
    const more = problems.length - told.length
    return { ...page, problems: more > 0 ? [...told, `und ${formatNumber(more)} weitere`] : told }
  }
  const count = lines.length === 1 ? 'eine Korrektur' : `${formatNumber(lines.length)} Korrekturen`
  const more = lines.length - mostRows
  return {
    ...page,
    problems: [],
    summary: `Noch gilt nichts davon: ${count}, nichts spricht dagegen.${isLarge ? ' Mindestens eine ist so groß, dass ein zweites Konto zustimmen muss; bis dahin wartet die ganze Liste.' : ''}`,
    rows: lines
      .slice(0, mostRows)
      .map(({ participantId, field, was, became, reason, source, note }) => [
        units.get(participantId) ?? '',
        fieldTitle(instrument, field),
        valueWords(instrument, field, was),
        valueWords(instrument, field, became),
        [amendmentReasons[reason].label, amendmentSources[source].label, note].filter((part) => part !== '').join('; '),
      ]),
    more: more > 0 ? `und ${formatNumber(more)} weitere` : '',
    confirm: isLarge ? 'Vorschlagen' : 'Korrigieren',
  }
}
