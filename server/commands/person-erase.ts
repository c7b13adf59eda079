import { InputError } from '../errors/input-error.ts'
import { grounds, groundText, isGround } from '../persons/grounds.ts'
import { defineCommand, UsageError } from './command.ts'
import { wholeNumber } from './whole-number.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'person erase',
  summary: 'Löschen, was über eine Person gespeichert ist',
  usage: 'TEXT --grund BUCHSTABE --als KONTO --zustimmung KONTO --ausfuehren ANZAHL [--trennen]',
  details: [
    'Zeigt zuerst nur, was gelöscht würde. Gelöscht wird, wenn --ausfuehren die Anzahl der gezeigten Texte nennt und zwei Konten dafür',
    'einstehen. Ist TEXT die Nummer einer Integrationsmanagerin oder eines Integrationsmanagers, trennt --trennen auch die Verbindung',
    'zu den Antworten: Sie bleiben und zählen, und niemand findet mehr, von wem sie sind. Es bleibt ein Vermerk, was für eine Art von Angabe aus welchem Grund ging, nie ihr Inhalt. Sicherungen vergessen mit.',
    `Gründe: ${Object.entries(grounds)
      .map(([letter, text]) => `${letter} (${text})`)
      .join(', ')}.`,
  ],
  arguments: { min: 1, max: 1 },
  options: {
    grund: { type: 'string', value: 'BUCHSTABE', help: 'Buchstabe von Art. 17 Absatz 1 DSGVO' },
    als: {
      type: 'string',
      value: 'KONTO',
      help: 'wer löscht: ein Konto mit der Rolle Datenschutz; sonst STICHTAG_ALS',
    },
    zustimmung: { type: 'string', value: 'KONTO', help: 'wer zustimmt: ein zweites' },
    trennen: { type: 'boolean', help: 'auch die Verbindung zwischen Nummer und Antworten trennen' },
    ausfuehren: { type: 'string', value: 'ANZAHL', help: 'so viele Texte werden gelöscht, wie vorher gezeigt' },
  },
  async run({ values, positionals: [term = ''] }, io) {
    const { grund: letter = '', als, zustimmung } = values
    if (term.trim().length < 2) throw new UsageError('Bitte nennen Sie mindestens zwei Zeichen.')
    const expected = values.ausfuehren === undefined ? undefined : wholeNumber('--ausfuehren', values.ausfuehren)
    const { findPerson, isNobody } = await import('../persons/find-person.ts')
    const { linesOf } = await import('../persons/describe-found.ts')
    const { cutEffects } = await import('../persons/cut-effects.ts')
    const { erasePerson } = await import('../persons/erase-person.ts')
    await withContext(io, {}, async (context) => {
      const found = await findPerson(context, term.trim())
      if (isNobody(found)) return io.print('Nichts gefunden, also auch nichts gelöscht.')
      for (const line of linesOf(found)) io.print(line)
      const cuts = values.trennen === true
      if (expected === undefined && cuts && found.asked.length > 0) for (const line of cutEffects) io.tell(line)
      if (expected === undefined)
        return io.tell(
          `Noch ist nichts gelöscht. Zum Löschen dieser ${found.texts.length} Texte: --ausfuehren ${found.texts.length}.`,
        )
      if (!isGround(letter))
        throw new UsageError(`Bitte nennen Sie mit --grund einen von: ${Object.keys(grounds).join(', ')}.`)
      if (expected !== found.texts.length)
        throw new InputError(
          `Gefunden sind jetzt ${found.texts.length} Texte, nicht ${expected}. Es ist nichts gelöscht; bitte sehen Sie noch einmal nach.`,
        )
      const { texts, participants, submissions, initials, cut } = await erasePerson(context, found, {
        ground: groundText(letter),
        als: als ?? context.config.actAs,
        zustimmung,
        cuts,
      })
      io.print(`Gelöscht. Texte: ${texts}, Formulare: ${participants}, Abgaben: ${submissions}, Kürzel: ${initials}.`)
      if (cut > 0) io.print(`Verbindungen getrennt: ${cut}.`)
    })
  },
})
