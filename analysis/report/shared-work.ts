import { isTold } from '../disclosure/hidden.ts'
import type { OncePerVerbund } from '../groups/once-per-verbund.ts'
import { number } from '../words.ts'

/** What is to be known of a sum over Kommunen that share those who work for them. */
export function sharedWorkSentences(figures: readonly OncePerVerbund[]): string[] {
  const warning =
    'Wer für mehrere Kommunen arbeitet, zum Beispiel im Team eines Landkreises, ist in jeder dieser Kommunen mitgezählt. Die Summe über Kommunen zählt solche Personen und Stellen also mehrfach; sie sagt nicht, wie viele es sind.'
  const counted = figures.flatMap(({ overKommunen, oncePerVerbund, several }) =>
    isTold(oncePerVerbund) && isTold(overKommunen) && isTold(several) && several > 0
      ? [
          `Je Antragsverbund einmal gezählt, mit der größten Angabe seiner Kommunen, ergibt sich ${number(oncePerVerbund)} statt ${number(overKommunen)}; in ${several} Antragsverbünden haben mehrere Kommunen etwas angegeben.`,
        ]
      : [],
  )
  return [warning, ...counted]
}
