import type { Level } from '../compare/level.ts'
import { fewest } from '../disclosure/fewest.ts'
import type { NotDefined } from '../stats/not-defined.ts'
import { number, signed } from '../words.ts'
import type { TerritoryProvenance } from './provenance.ts'

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

/** What became of Kommunen that changed between the waves. */
export function territorySentences(territory: TerritoryProvenance | undefined): string[] {
  if (territory === undefined) return []
  const count = (all: TerritoryProvenance['carried']) => new Set(all.map(({ unit }) => unit)).size
  const [carried, leftOut] = [count(territory.carried), count(territory.leftOut)]
  return [
    ...(carried === 0
      ? []
      : [
          `${carried === 1 ? 'Eine Kommune hat' : `${carried} Kommunen haben`} sich zwischen den Wellen zusammengeschlossen oder einen neuen Schlüssel bekommen und ${carried === 1 ? 'ist' : 'sind'} auf das spätere Gebiet übertragen (siehe „Gebietsstand“).`,
        ]),
    ...(leftOut === 0
      ? []
      : [
          `${leftOut === 1 ? 'Eine Kommune, die' : `${leftOut} Kommunen, die`} sich zwischen den Wellen zusammengeschlossen ${leftOut === 1 ? 'hat' : 'haben'} oder einen neuen Schlüssel ${leftOut === 1 ? 'bekam, fehlt' : 'bekamen, fehlen'} hier (siehe „Gebietsstand“). Aus diesen Zahlen und denen mit ${leftOut === 1 ? 'ihr' : 'ihnen'} zusammen folgt, was dort geantwortet wurde: Bitte geben Sie nur eine der beiden Fassungen weiter.`,
        ]),
  ]
}
