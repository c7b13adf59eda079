/** What the list does itself with those that are ticked in it. */
const ownActs = {
  notiz: 'Notiz hinzufügen',
  'lehnt-ab': 'Lehnt ab',
  befreit: 'Befreien',
  offen: 'Wieder erwarten',
} as const

export type OwnAct = keyof typeof ownActs

export const isOwnAct = (text: string): text is OwnAct => Object.hasOwn(ownActs, text)

/** What is done on a page of its own, which is told whom it concerns. */
const onwardActs = { erinnern: 'Erinnern', verlaengern: 'Frist verlängern' } as const

export type OnwardAct = keyof typeof onwardActs

export const isOnwardAct = (text: string): text is OnwardAct => Object.hasOwn(onwardActs, text)

/** All that can be done with the ticked ones, in the order of its buttons. */
export const listActs = Object.entries({ ...onwardActs, ...ownActs }).map(([code, label]) => ({ code, label }))
