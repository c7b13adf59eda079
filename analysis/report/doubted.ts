import type { Doubt, DoubtedAnswer } from '../compare/doubted.ts'
import type { Step } from '../compare/results.ts'
import { whole } from '../words.ts'
import { number, text } from './cell.ts'
import type { NameOf } from './influence.ts'
import type { Section } from './report.ts'

const words: Record<Doubt, { counted: string; said: string }> = {
  contradictory: { counted: 'widersprüchlich', said: 'widersprüchlich' },
  open: { counted: 'mit offenem Hinweis', said: 'offener Hinweis' },
  justified: { counted: 'mit begründetem Hinweis', said: 'begründeter Hinweis' },
}

/** So many are listed. */
const mostListed = 20

/** Which answers checks speak against, and how many: of those that whoever reads it may look at. */
export function doubtedSection({ from, to, total: { result } }: Step, nameOf: NameOf): Section[] {
  const all = result?.kind === 'number' ? (result.doubted ?? []) : []
  if (all.length === 0) return []
  return [
    {
      id: 'auffaellig-abschnitt',
      title: 'Auffällige Angaben',
      sentences: [
        `Gegen diese Angaben spricht eine Prüfung: ${countsOf(all)}. Gezählt sind beide Wellen, und nur Angaben, die Sie ansehen dürfen.`,
        ...(all.length > mostListed
          ? [`Gezeigt sind ${whole(mostListed)} von ${whole(all.length)}, die widersprüchlichen zuerst.`]
          : []),
      ],
      charts: [],
      tables: [
        {
          id: 'auffaellig',
          label: 'Angaben, gegen die eine Prüfung spricht',
          head: ['', 'Welle', 'Angabe', 'Was dagegen spricht', 'Prüfungen'],
          rows: all
            .slice(0, mostListed)
            .map(({ unit, wave, value, doubt, checks }) => [
              text(nameOf(unit)),
              text(wave === 'before' ? from : to),
              number(value),
              text(words[doubt].said),
              text(checks.join(', ') || 'ein Teil ist größer als das Ganze'),
            ]),
        },
      ],
    },
  ]
}

function countsOf(all: readonly DoubtedAnswer[]): string {
  const parts = (Object.keys(words) as Doubt[]).flatMap((doubt) => {
    const count = all.filter((one) => one.doubt === doubt).length
    return count === 0 ? [] : [`${whole(count)} ${words[doubt].counted}`]
  })
  return parts.join(', ')
}
