/**
 * What can be done with those that are ticked in the list. An act without an address is done by the list itself; a page of its own
 * is sent the ticked units as `teilnahme`, `umfang=auswahl` where all of the selection are meant, the filters as `auswahl`, and the
 * text as `text`.
 */
interface ListAct {
  code: string
  label: string
  href?: (wave: string) => string
}

export const ownActs = {
  notiz: 'Notiz hinzufügen',
  'lehnt-ab': 'Lehnt ab',
  befreit: 'Befreien',
  offen: 'Wieder erwarten',
} as const

export type OwnAct = keyof typeof ownActs

export const isOwnAct = (text: string): text is OwnAct => Object.hasOwn(ownActs, text)

export const listActs: readonly ListAct[] = Object.entries(ownActs).map(([code, label]) => ({ code, label }))
