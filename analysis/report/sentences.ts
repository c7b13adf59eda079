import type { Level } from '../compare/level.ts'
import { fewest } from '../disclosure/fewest.ts'
import type { NotDefined } from '../stats/not-defined.ts'
import { number, signed } from '../words.ts'

/** Said wherever figures of the panel are shown, until tables can be published. */
export const workingView = 'Arbeitsansicht, nicht zur Veröffentlichung'

export const hiddenSentence = (many: string) => `Weniger als ${fewest} ${many}: nicht gezeigt.`

export const mergedSentence = (labels: readonly string[], many: string) =>
  `Zusammengefasst, damit sich keine Angabe errechnen lässt, hinter der weniger als ${fewest} ${many} stehen: ${labels.join(', ')}.`

/** `Aus 84.210 wurden 79.112 (−5.098).` */
export function sumSentence(before: Level, after: Level): string {
  if ('sum' in before.total && 'sum' in after.total) {
    const [first, second] = [before.total.sum, after.total.sum]
    return `Aus ${number(first)} wurden ${number(second)} (${signed(second - first)}).`
  }
  if ('share' in before.total && 'share' in after.total)
    return `Aus ${countsWords(before.total)} wurden ${countsWords(after.total)}.`
  return ''
}

const countsWords = ({ parts, base, share }: { parts: number; base: number; share: number | NotDefined }) =>
  `${number(parts)} von ${number(base)} (${number(share)} %)`
