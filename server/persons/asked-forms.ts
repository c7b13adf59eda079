import { readCells, withoutFilters } from '../../surveys/answer/read-cells.ts'
import { rawOf } from '../../surveys/answer/submission.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import type { Db } from '../database/database.ts'
import { dayAndTime } from '../domain/german-time.ts'
import type { Forms } from '../forms/form.ts'
import { amendmentEntry } from '../http/pages/amendment-entry.ts'
import { answerRows } from '../http/pages/answer-rows.ts'
import { type KnownAmendment, listAmendments } from '../store/amendments.ts'
import { findKeptForm } from '../store/kept-form.ts'
import { submissionsOf } from '../store/submissions.ts'
import { findWave } from '../store/waves.ts'
import type { PersonFound } from './find-person.ts'

/** All answers of the forms that asked a person: the draft, and every submission under its own questionnaire. */
export async function askedForms({ db, forms }: { db: Db; forms: Forms }, asked: PersonFound['asked']) {
  const all = asked.map(async ({ id, wave: waveId, unit }) => {
    const wave = await findWave(db, waveId)
    if (wave === undefined) throw new Error(`the wave ${waveId} is not there`)
    const instrumentOf = async (surveyVersion: string) => (await forms.get({ ...wave, surveyVersion })).instrument
    const instrument = await instrumentOf(wave.survey_version)
    const kept = await findKeptForm(db, waveId, unit)
    const typed = kept?.typed ?? {}
    const saved = kept?.savedAt ? `gespeichert ${dayAndTime(kept.savedAt)}` : 'nie gespeichert'
    const draft = {
      heading: `Entwurf, ${saved}`,
      answers: answerRows(instrument, readCells(withoutFilters(instrument), typed), typed),
    }
    const submitted = (await submissionsOf(db, id)).map(async (submission) => {
      const under = await instrumentOf(submission.survey_version)
      const raw = rawOf(under, submission)
      return {
        heading: `${submission.revision}. Abgabe vom ${dayAndTime(submission.submitted_at)}`,
        answers: answerRows(under, readCells(under, raw), raw),
      }
    })
    const amended = amendedState(await listAmendments(db, { participantId: id }), instrument)
    return {
      wave: waveId,
      survey: instrument.title,
      unit,
      states: [draft, ...(await Promise.all(submitted)), ...amended],
    }
  })
  return Promise.all(all)
}

/** What the office uses instead of what was answered, and why. */
function amendedState(amendments: readonly KnownAmendment[], instrument: Instrument) {
  if (amendments.length === 0) return []
  const rows = amendments.map((one) => {
    const { title, was, became, lines, badge, objection } = amendmentEntry(one, instrument, { office: false })
    const said = [`${badge.label}; ${lines.join('; ')}`, ...(objection === '' ? [] : [`Widerspruch: ${objection}`])]
    return { number: '', label: title, value: `${became} statt ${was}`, comment: said.join('; ') }
  })
  return [{ heading: 'Was die erhebende Stelle daneben verwendet', answers: [{ title: 'Korrekturen', rows }] }]
}
