import type { Db } from '../database/database.ts'
import { addNote, setStanding } from '../store/field-acts.ts'
import type { OwnAct } from './list-acts.ts'

interface ManyAct {
  wave: string
  ids: readonly number[]
  act: OwnAct
  text: string
  by: number | undefined
}

const standingOfAct = { 'lehnt-ab': 'declined', befreit: 'exempt', offen: null } as const
const leads = { 'lehnt-ab': 'Lehnt ab', befreit: 'Befreit', offen: 'Wird wieder erwartet' } as const

/** Does one thing with some participants; says for how many something has changed. */
export async function actOnMany(db: Db, { wave, ids, act, text, by }: ManyAct): Promise<number> {
  if (act === 'notiz') {
    await addNote(db, { ids, wave, text, by, kind: 'other' })
    return ids.length
  }
  const reason = `${leads[act]}: ${text}`
  return (await setStanding(db, { ids, wave, text: reason, by, standing: standingOfAct[act] })).length
}

/** The reason why nothing is done yet, or ''. */
export function textFault(act: OwnAct, text: string): string {
  if (text !== '') return ''
  return act === 'notiz' ? 'Bitte schreiben Sie die Notiz.' : 'Bitte schreiben Sie den Grund dazu.'
}

/** What was done, in a sentence. */
export function doneWords(act: OwnAct, changed: number, asked: number): string {
  if (act === 'notiz') return changed === 1 ? 'Die Notiz ist gespeichert.' : `Die Notiz ist bei ${changed} gespeichert.`
  const left = asked - changed
  const done = changed === 0 ? [] : [`${leads[act]}: bei ${changed} vermerkt.`]
  const why = 'Die Antworten sind eingegangen, oder es war schon so vermerkt.'
  return [...done, ...(left === 0 ? [] : [`Bei ${left} ist nichts geändert: ${why}`])].join(' ')
}
