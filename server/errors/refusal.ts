/** Why a login was refused, as the person is told. */
export interface Refusal {
  status: 422 | 429
  error: string
  retryMinutes: number
  /** Seconds until the next attempt, 0 where there is nothing to wait for. */
  wait: number
}

export const refusal = (error: string): Refusal => ({ status: 422, error, retryMinutes: 0, wait: 0 })

const ofMany =
  'In kurzer Zeit sind viele falsche Codes eingegangen; ein richtiger wird trotzdem sofort angenommen. ' +
  'Haben Sie keinen anderen, wenden Sie sich bitte an die Ansprechperson.'

/** Wrong like others before; only who tries by program is asked to wait. */
export const refusalOfMany = (error: string, wait: number): Refusal => ({
  status: 429,
  error: `${error} ${ofMany}`,
  retryMinutes: 0,
  wait,
})

/** Too many attempts: in so many seconds there is the next one. */
export function refusalFor(wait: number): Refusal {
  const minutes = Math.ceil(wait / 60)
  const error = `Das waren zu viele Versuche. Bitte versuchen Sie es in ${minutes === 1 ? 'einer Minute' : `${minutes} Minuten`} noch einmal.`
  return { status: 429, error, retryMinutes: minutes, wait }
}
