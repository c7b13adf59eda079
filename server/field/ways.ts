/** How something went to a participant. */
export const ways = { letter: 'Brief', mail: 'E-Mail', phone: 'Telefon', code: 'Zugangscode erzeugt' } as const
