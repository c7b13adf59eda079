import { checkPageId } from '../../forms/form.ts'
import { amendmentsHref, participantFormHref } from './intern/addresses.ts'

/** A form is the one of a wave and of a Kommune or person. */
export interface Place {
  wave: string
  unit: string
  /** The office looks at it: its pages have addresses of their own. */
  office?: boolean
  /** Somebody was asked for some sections of it: their pages have others again. */
  delegation?: number
}

/** The addresses of a form's pages, said here and nowhere else. */
export function hubHref({ wave, unit, office = false, delegation }: Place): string {
  if (delegation !== undefined) return delegatedHref(delegation)
  return office ? participantFormHref(wave, unit) : `/erhebung/${wave}/${unit}`
}
export const sectionHref = (place: Place, section: string) => `${hubHref(place)}/abschnitt/${section}`
/** Whoever was asked for some sections checks nothing, and goes back to what was asked. */
export const checkHref = (place: Place) =>
  place.delegation === undefined ? `${hubHref(place)}/pruefen` : hubHref(place)
/** A page that can be filled in, by the id of its reader. */
export const pageHref = (place: Place, id: string) => (id === checkPageId ? checkHref(place) : sectionHref(place, id))
/** A section for whoever comes from the page where all is checked, and goes back there. */
export const correctionHref = (place: Place, section: string, from: string, field: string) =>
  `${sectionHref(place, section)}?von=${from}#${field}`
export const paperHref = (place: Place, which: 'leer' | 'stand') => `${hubHref(place)}/papier/${which}`
/** The form as a file, and what a file would change. */
export const ownFileHref = (place: Place) => `${hubHref(place)}/eigene-datei`
export const ownFileSaveHref = (place: Place) => `${ownFileHref(place)}/uebernehmen`
export const ownFileDownloadHref = (place: Place, format: 'xlsx' | 'csv', section = '') =>
  `${ownFileHref(place)}/${format}${section === '' ? '' : `?abschnitt=${section}`}`
/** A table of another program, whose numbers are placed in fields. */
export const tableHref = (place: Place) => `${hubHref(place)}/auswertung`
export const tableMappingHref = (place: Place) => `${tableHref(place)}/zuordnen`
export const tableForgetHref = (place: Place) => `${tableHref(place)}/vergessen`
export const tableSaveHref = (place: Place) => `${tableHref(place)}/uebernehmen`
/** Where answers are counted from a list, and the template of such a list. */
export const countingHref = (place: Place) => `${hubHref(place)}/auszaehlen`
export const countingSaveHref = (place: Place) => `${countingHref(place)}/uebernehmen`
export const countingTemplateHref = (place: Place, format: 'xlsx' | 'csv') => `${countingHref(place)}/vorlage/${format}`
export const parkedHref = (place: Place) => `${hubHref(place)}/aufbewahrt`
/** What the office asks back, on the overview, and one thread. */
export const queriesHref = (place: Place) => `${hubHref(place)}#rueckfragen`
export const queryHref = (place: Place, query: number | ':query') => `${hubHref(place)}/rueckfragen/${query}`
export const presentHref = (place: Place) => `${hubHref(place)}/angemeldet`
/** What of the answers the office amended. */
export const amendedHref = (place: Place) =>
  place.office ? amendmentsHref(place.wave) : `${hubHref(place)}/korrekturen`
/** The help beside a form, for whoever comes from a page of it and perhaps from a field. */
export function helpHref(place: Place, { page = '', field = '', from = '' } = {}): string {
  const given = Object.entries({ seite: page, feld: field, von: from }).filter(([, value]) => value !== '')
  return `${hubHref(place)}/hilfe${given.length === 0 ? '' : `?${new URLSearchParams(given)}`}`
}
export const receiptHref = (place: Place, receipt: string) => `${hubHref(place)}/quittung/${receipt}`
export const burdenHref = (place: Place, receipt: string) => `${receiptHref(place, receipt)}/aufwand`
export const receiptFileHref = (place: Place, receipt: string) => `${receiptHref(place, receipt)}/datei`

/** Whom of a form somebody asks for some of its sections. */
export const delegationsHref = (place: Place) => `${hubHref(place)}/zuarbeit`
export const responsibleHref = (place: Place) => `${hubHref(place)}/zustaendig`
/** Where a colleague comes in; her key stands behind a #, which no browser sends along. */
export const delegateHref = '/zuarbeit'
export const keyHref = (key: string) => `${delegateHref}#${key}`
export const delegatedHref = (delegation: number | ':delegation') => `${delegateHref}/${delegation}`
export const doneHref = (place: Place) => `${hubHref(place)}/erledigt`
export const delegateLeaveHref = `${delegateHref}/abmelden`
export const delegateStayHref = `${delegateHref}/sitzung`

/** What anybody may read about a survey. */
export const surveyHref = (wave: string) => `/erhebungen/${wave}`
export const preparationHref = (wave: string) => `${surveyHref(wave)}/vorbereitung`
export const surveyPaperHref = (wave: string) => `/erhebungen/${wave}/fragebogen.pdf`

/** All forms that somebody is logged in for. */
export const formsHref = '/erhebung'
/** Opens the form of a Kommune for which somebody answers. */
export const openCarriedHref = '/erhebung/oeffnen'
export const loginHref = (next: string) => `/zugang?weiter=${encodeURIComponent(next)}`

/** An address of our own to return to after the login, with the place on its page, or ''. Anything that could lead elsewhere is dropped. */
export function safeReturn(next: unknown): string {
  return typeof next === 'string' && /^\/erhebung\/[a-z0-9-]+(?:\/[a-zA-Z0-9-]+){0,4}(?:#[\w-]{1,64})?$/.test(next)
    ? next
    : ''
}
