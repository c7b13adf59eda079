import { berlinDay, berlinHour } from './german-time.ts'

/** In Berlin: the Frist ends at midnight, and then comes what came late. */
const earliestHour = 2

/** Whether the work of the night is still to be done, after it was last done at a time. */
export const isDueTonight = (last: Date | undefined, now: Date): boolean =>
  berlinHour(now) >= earliestHour && (last === undefined || berlinDay(last) < berlinDay(now))
