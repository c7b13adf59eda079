import { readCell } from '../../../../surveys/answer/read-cells.ts'
import type { Instrument } from '../../../../surveys/compile/instrument.ts'
import type { Register } from '../../../../surveys/reading/register.ts'
import { shownValue } from '../../../../surveys/view/shown.ts'
import type { LateInputPage } from '../../../../views/page-data/staff-pages.ts'
import { dayAndTime } from '../../../domain/german-time.ts'
import { keptDays } from '../../../domain/kept-input.ts'
import type { LatePage } from '../../../store/late-input.ts'
import { shownUnit } from '../frame.ts'
import { waveHref } from './addresses.ts'

type Row = LateInputPage['units'][number]['rows'][number]

/** What reached a wave and is in no questionnaire, unit by unit. Contact data stay where they are. */
export function lateInputPage(
  wave: string,
  instrument: Instrument,
  pages: readonly LatePage[],
  register: Register,
): LateInputPage {
  const units = [...new Set(pages.map(({ unit }) => unit))].map((unit) => ({
    unit: shownUnit(instrument.unit, unit, register),
    rows: rowsOf(
      instrument,
      pages.filter((page) => page.unit === unit),
    ),
  }))
  return { title: instrument.title, id: wave, waveHref: waveHref(wave), days: keptDays, units }
}

function rowsOf(instrument: Instrument, pages: readonly LatePage[]): Row[] {
  return instrument.variables.flatMap((variable) =>
    pages.flatMap(({ typed, editor, parkedAt, late }): Row[] => {
      const text = typed[variable.name]
      if (text === undefined || variable.contact) return []
      const { number, label } = variable
      const value = shownValue(readCell(variable, text), variable)
      return [{ number, label, value, by: editor ?? 'ohne Kürzel', at: dayAndTime(parkedAt), late }]
    }),
  )
}
