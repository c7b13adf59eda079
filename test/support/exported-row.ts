import { type Cells, isClosed, isFilled } from '../../surveys/answer/cells.ts'
import { answerColumns } from '../../surveys/codebook/columns.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'

/** What an export says of answers, column by column, as its README tells it; '' where it says nothing. */
export function exportedRow(instrument: Instrument, cells: Cells): string[] {
  const isAnswered = (question: string) =>
    instrument.variables.some((one) => one.question === question && one.role === 'option' && isFilled(cells, one.name))
  return answerColumns(instrument).map(({ kind, variable: { name, role, type, question } }) => {
    const cell = cells.get(name)
    const isBox = type === 'flag'
    const value = cell?.state === 'given' ? (cell.value === true ? '1' : String(cell.value)) : ''
    const unticked = isBox && (role !== 'option' || (isAnswered(question) && !isClosed(cells, name))) ? '0' : ''
    if (kind === 'value') return value || unticked
    if (value !== '' || unticked !== '') return ''
    if (cell?.state === 'notApplicable') return 'trifft_nicht_zu'
    return cell?.state === 'notAvailable' && role !== 'option' ? 'nicht_vorhanden' : 'leer'
  })
}

/** The names of these columns. */
export const exportedColumns = (instrument: Instrument): string[] => answerColumns(instrument).map(({ name }) => name)
