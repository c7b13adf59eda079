import { changesFacts, changesSections } from '../../../../analysis/report/changes.ts'
import { cellText } from '../../../../analysis/report/print/cell-text.ts'
import type { Section } from '../../../../analysis/report/report.ts'
import { whole } from '../../../../analysis/words.ts'
import { unitKinds } from '../../../../surveys/compile/unit-kinds.ts'
import type { ChangesPage, FigureSection } from '../../../../views/page-data/evaluation-pages.ts'
import { amendmentLabels } from '../../../amendments/amendment-labels.ts'
import type { ChangesOfWave } from '../../../evaluation/changes-of-wave.ts'
import { formats } from '../../../export/formats/index.ts'
import { changesFileHref, changesHref } from './addresses.ts'
import { figureTable } from './report-sections.ts'

/** What corrections made, as the page tells it. */
export function changesResult({ survey, state, told, resting }: ChangesOfWave): NonNullable<ChangesPage['result']> {
  const { wave, instrument } = survey
  const { many } = unitKinds[instrument.unit]
  const ofState = (href: string, rest: Record<string, string> = {}) =>
    `${href}?${new URLSearchParams({ stand: String(state), ...rest })}`
  return {
    isDisclosed: resting === undefined,
    resting: resting ? whole(resting) : '',
    facts: changesFacts(told, many).map(({ label, value, note }) => ({ label, value: cellText(value), note })),
    sections: changesSections(told, many, amendmentLabels).map(withoutCharts),
    state: whole(state),
    permanentHref: ofState(changesHref(wave)),
    files: formats.map(({ name }) => ({ href: ofState(changesFileHref(wave), { format: name }), label: name })),
  }
}

const withoutCharts = ({ id, title, sentences, tables }: Section): FigureSection => ({
  id,
  title,
  paragraphs: [...sentences],
  charts: [],
  tables: tables.map((table) => ({ label: table.label, table: figureTable(table) })),
})
