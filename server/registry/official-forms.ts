/** The directories of Destatis that the registry is refreshed from. */
const officialForms = { gv100ad: 'GV100AD', 'auszug-gv': 'AuszugGV' } as const

export type OfficialForm = keyof typeof officialForms

export const isOfficialForm = (text: string): text is OfficialForm => Object.hasOwn(officialForms, text)
