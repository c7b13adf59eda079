/** How a person is qualified after Nr. 4.2.2 of the VwV Integrationsmanagement. */
export const qualifications = {
  a: 'Hochschulabschluss im Sozialwesen (Buchstabe a)',
  b: 'Hochschulabschluss in einem anderen geeigneten Fach (Buchstabe b)',
  c: 'Berufsausbildung mit Nachqualifizierung (Buchstabe c)',
  ungeklaert: 'noch ungeklärt',
} as const

export type Qualification = keyof typeof qualifications

export const qualificationKeys = Object.keys(qualifications) as Qualification[]

export const isQualification = (text: string): text is Qualification => Object.hasOwn(qualifications, text)
