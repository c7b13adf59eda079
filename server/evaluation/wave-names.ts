import { formatDate } from '../../surveys/reading/dates.ts'
import type { WaveSurvey } from './surveys.ts'

/** The day that a wave asks about, or by which it was to be answered. */
export const dayOfWave = ({ stichtag, frist }: Pick<WaveSurvey, 'stichtag' | 'frist'>): string =>
  stichtag === null ? `Frist ${formatDate(frist)}` : formatDate(stichtag)

/** `Umfrage zur Lage der Geflüchteten vor Ort, 15.12.2018`. */
export const waveTitle = (survey: WaveSurvey): string => `${survey.instrument.title}, ${dayOfWave(survey)}`

/** The same where there may be too little room for all of it: what tells waves apart comes first. */
export const waveChoice = (survey: WaveSurvey): string => `${dayOfWave(survey)}: ${survey.instrument.title}`

/**
 * What waves are called, by their ids: those compared in their order, `1. Welle, 15.12.2018`; the others, which groups are made from, by
 * their titles.
 */
export const waveNames = (all: readonly WaveSurvey[], compared: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    all.map((survey) => {
      const place = compared.indexOf(survey.wave)
      return [survey.wave, place < 0 ? waveTitle(survey) : `${place + 1}. Welle, ${dayOfWave(survey)}`]
    }),
  )
