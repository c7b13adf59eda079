import type { ClientBase } from 'pg'
import type { IntakeReport } from '../../analysis/sources/intake-report.ts'
import { dropDuplicates, findDuplicates } from '../store/observations.ts'

const mostDuplicatesNamed = 20

/** Figures that a file gives twice: the same once more is left out, something else is a fault. */
export async function refuseConflicts(client: ClientBase, report: IntakeReport): Promise<void> {
  const { contradictions, named } = await findDuplicates(client, mostDuplicatesNamed)
  const [equal] = named.filter(({ differ }) => !differ)
  if (equal !== undefined) {
    const lines = equal.lines.join(' und ')
    report.warn(
      `Manche Angaben stehen mehrmals gleich in der Datei (zum Beispiel in Zeile ${lines}); sie zählen einmal.`,
    )
  }
  const differing = named.filter(({ differ }) => differ)
  const unnamed = contradictions - differing.length
  for (const [index, { indicator, breakdown, region, starts, lines }] of differing.entries()) {
    const what = [indicator, breakdown, region, starts].filter(Boolean).join(', ')
    const [first = 0, next = first] = lines
    const sentence = `${what} steht schon mit anderem Wert in Zeile ${first}.`
    report.refuse({ line: next, sentence }, index === differing.length - 1 ? 1 + unnamed : 1)
  }
  if (named.length > 0) await dropDuplicates(client)
}
