import { waveHref } from './addresses.ts'

/** What people wrote in a wave, and what becomes of it. */
export const textsHref = (wave: string) => `${waveHref(wave)}/texte`
export const textListHref = (wave: string) => `${textsHref(wave)}/liste`
export const codingHref = (wave: string) => `${textsHref(wave)}/kodieren`
export const codingUndoHref = (wave: string) => `${codingHref(wave)}/zurueck`
export const textSampleHref = (wave: string) => `${textsHref(wave)}/ziehen`
export const categoriesHref = (wave: string) => `${textsHref(wave)}/kategorien`
export const categoriesOfHref = (wave: string, codebook: number | string) => `${categoriesHref(wave)}/${codebook}`
export const categoriesFileHref = (wave: string, codebook: number | string, ending: string) =>
  `${categoriesOfHref(wave, codebook)}/datei/${ending}`
export const agreementHref = (wave: string, codebook: number | string) =>
  `${categoriesOfHref(wave, codebook)}/uebereinstimmung`
export const redactionHref = (wave: string, text: number | string) => `${textsHref(wave)}/schwaerzen/${text}`
export const samePlacesHref = (wave: string, text: number | string, part: number | string) =>
  `${redactionHref(wave, text)}/stelle/${part}`
export const releasesHref = (wave: string) => `${textsHref(wave)}/freigabe`
export const releaseHref = (wave: string, text: number | string) => `${releasesHref(wave)}/${text}`
export const textAnnexHref = (wave: string) => `${textsHref(wave)}/anhang`
export const annexPlansHref = (wave: string) => `${textAnnexHref(wave)}/gemerkt`
export const textFilesHref = (wave: string) => `${textsHref(wave)}/dateien`
export const textFilePreviewHref = (wave: string, upload: string) => `${textFilesHref(wave)}/vorschau/${upload}`
export const textFileUndoHref = (wave: string, source: number | string) =>
  `${textFilesHref(wave)}/${source}/zuruecknehmen`
