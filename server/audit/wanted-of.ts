import type { Wanted } from '../store/log-entries.ts'
import { type LogFilter, logKinds } from './log-kinds.ts'

/** What a filter asks the store for. */
export function wantedOf({ kind, account, wave, day }: LogFilter): Omit<Wanted, 'limit'> {
  if (kind === 'befragte') return { respondents: true, account, wave, day }
  return { actions: kind === undefined ? undefined : logKinds[kind].actions, account, wave, day }
}
