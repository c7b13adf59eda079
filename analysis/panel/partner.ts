import type { Instrument, Variable } from '../../surveys/compile/instrument.ts'
import type { Continued } from '../../surveys/concordance/concordance.ts'

/** What became of each variable between two surveys; nothing where no concordance leads from the one to the other. */
export type Continue = (before: Instrument, after: Instrument) => readonly Continued[]

/** The variable of another survey that continues, or is continued by, the one of that name. */
export function partnerOf(
  name: string,
  home: Instrument,
  other: Instrument,
  continues: Continue,
): Variable | undefined {
  const own = home.variable.get(name)
  const partner = home.id === other.id ? name : partnerName(name, home, other, continues)
  const found = partner === undefined ? undefined : other.variable.get(partner)
  return found?.type === own?.type ? found : undefined
}

function partnerName(name: string, home: Instrument, other: Instrument, continues: Continue): string | undefined {
  const later = continues(other, home)
  if (later.length > 0) return later.find(({ after }) => after === name)?.before
  const earlier = continues(home, other)
  if (earlier.length > 0) return earlier.find(({ before }) => before === name)?.after
  return name
}
