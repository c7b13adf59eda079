import type { BurdenTold, Middle } from '../../analysis/response/burden.ts'
import { tenths, whole } from '../../analysis/words.ts'

/** What those who answered say that it cost them. */
export function burdenWords({ minutes, effort }: BurdenTold): string[] {
  if (minutes === undefined && effort === undefined)
    return ['Zum Aufwand haben sich noch keine drei geäußert. Gefragt wird nach dem Absenden, freiwillig.']
  return [
    ...(minutes === undefined
      ? []
      : [`Nach eigener Angabe dauerte das Ausfüllen im Median ${shown(minutes)} Minuten (${said(minutes)}).`]),
    ...(effort === undefined
      ? []
      : [`Wie schwer es war, von 1 (sehr leicht) bis 5 (sehr schwer): im Median ${shown(effort)} (${said(effort)}).`]),
  ]
}

const shown = ({ median }: Middle) => (Number.isInteger(median) ? whole(median) : tenths(median))
const said = ({ n }: Middle) => `${whole(n)} Angaben`
