import type { HandedPart, HandOver } from '../../analysis/rollup/hand-over.ts'
import type { HandOverPaper } from '../../views/page-data/papers.ts'
import { dayAndTime } from '../domain/german-time.ts'

/** What is handed over, to be signed by hand as well. */
export function handOverPaper(
  { signed, rows, parts, notes, registerAt, ...handed }: HandOver,
  synthetic: boolean,
): HandOverPaper {
  return {
    ...handed,
    notes: registerAt === undefined ? notes : [...notes, registerWords(dayAndTime(new Date(registerAt)))],
    year: String(handed.year),
    synthetic,
    signed: { ...signed, at: dayAndTime(new Date(signed.at)) },
    rows: rows.map(({ number, label, unit, words }) => ({ number: String(number), label, unit, words })),
    parts: parts.map((part) => ({ name: part.name, key: part.key, words: partWords(part) })),
  }
}

/** As of when it is known who stands where. */
const registerWords = (time: string): string =>
  `Von wem Angaben erwartet werden und wer wohin gehört, sagt das Verzeichnis, wie es am ${time} war.`

function partWords({ signed, changed }: HandedPart): string {
  if (signed === undefined) return 'nicht freigegeben'
  const words = `freigegeben von ${signed.by} am ${dayAndTime(new Date(signed.at))}`
  return changed ? `${words}, seitdem geändert` : words
}
