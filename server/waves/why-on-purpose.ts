import { formatDate } from '../../surveys/reading/dates.ts'

interface Opening {
  state: 'created' | 'open' | 'closed'
  stichtag: string | null
  frist: string
}

/** Why opening a wave on a day is done on purpose only, and with a reason. */
export function whyOnPurpose({ state, stichtag, frist }: Opening, day: string): string[] {
  return [
    ...(state === 'closed' ? ['Die Erhebung war schon geschlossen und wird wieder geöffnet.'] : []),
    ...(stichtag !== null && day < stichtag
      ? [`Der Stichtag ist erst der ${formatDate(stichtag)}: Niemand kann vorher Zahlen für diesen Tag kennen.`]
      : []),
    ...(frist < day
      ? [`Die Frist ${formatDate(frist)} ist dann abgelaufen: Befragte können lesen, aber nichts mehr absenden.`]
      : []),
  ]
}
