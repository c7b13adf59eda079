/** Why a login was refused, as the person is told. */
export interface Refusal {
  status: 422 | 429
  error: string
  retryMinutes: number
  /** Seconds until the next attempt, 0 where there is nothing to wait for. */
  wait: number
}

export const refuse = (error: string) => ({
  refused: { status: 422, error, retryMinutes: 0, wait: 0 } satisfies Refusal,
})

/** Too many attempts: in so many seconds there is the next one. */
export function refuseFor(wait: number) {
  const minutes = Math.ceil(wait / 60)
  const error = `Das waren zu viele Versuche. Bitte versuchen Sie es in ${minutes === 1 ? 'einer Minute' : `${minutes} Minuten`} noch einmal.`
  return { refused: { status: 429, error, retryMinutes: minutes, wait } satisfies Refusal }
}
