import { expectationWords } from '../../analysis/report/response-chart.ts'
import { columns, tenths, whole } from '../../analysis/words.ts'
import { dayOfTime } from '../domain/german-time.ts'
import { burdenWords } from './burden-words.ts'
import type { ResponsePicture } from './response-picture.ts'

/** The response of a wave in words and small tables, as a command prints it. */
export function responseLines(picture: ResponsePicture, days: number): string[] {
  const { asked, sent, begun, ready, times, last, expected, kreise, sizes, still, stops, working, burden } = picture
  return [
    `${whole(sent)} von ${whole(asked)} abgesendet${share(sent, asked)}, ${whole(begun)} begonnen, ${whole(ready)} fertig, nicht abgesendet.`,
    ...(times === undefined ? [] : expectationWords({ times, last, expected })),
    ...table([
      ['', 'gefragt', 'abgesendet', ''],
      ...[...kreise, ...sizes].map((one) => [one.label, whole(one.asked), whole(one.sent), share(one.sent, one.asked)]),
    ]),
    '',
    `${whole(still.length)} stehen still, seit ${days} Tagen nicht gespeichert.`,
    ...still.map(
      ({ unit, name, savedAt, progress }) =>
        `${unit} ${name}: ${savedAt === null ? '' : dayOfTime(savedAt)}${progress === undefined ? '' : `, ${progress.filled} von ${progress.total} Feldern`}`,
    ),
    ...table([
      ['Abschnitt', 'zuerst offen', 'zuletzt gespeichert', 'Minuten'],
      ...stops.map(({ id, title, open, saved }) => {
        const minutes = working.sections.get(id)
        return [title, whole(open), whole(saved), minutes === undefined ? '–' : tenths(minutes.middle)]
      }),
    ]),
    '',
    ...burdenWords(burden),
  ]
}

const share = (part: number, all: number): string => (all === 0 ? '' : ` (${tenths((100 * part) / all)} %)`)

const table = (rows: readonly (readonly string[])[]): string[] => ['', ...columns(rows)]
