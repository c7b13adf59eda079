import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand, UsageError } from './command.ts'
import { chosenFormat, formatOption, isForR } from './format-option.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'wave participants',
  summary: 'Wer an einer Welle teilnimmt, und wo jede Teilnahme steht',
  usage: 'WELLE [--status STAND …] [--suche TEXT] [--json | --out DATEI] [--format FORMAT] [--als KONTO]',
  details: [
    'Stand: nicht-angeschrieben, angeschrieben, unzustellbar, geoeffnet, begonnen, fertig, abgesendet, berichtigt, lehnt-ab, befreit.',
    'Mit --format r steht neben der Datei ein Skript „…-lesen.R“, das sie mit Typen und Bezeichnungen einliest.',
    'Antworten stehen nicht darin. Mit --als nur die, für die das Konto zuständig ist.',
  ],
  arguments: { min: 1, max: 1 },
  options: {
    status: { type: 'string', multiple: true, value: 'STAND', help: 'nur die, die dort stehen (mehrfach möglich)' },
    suche: { type: 'string', value: 'TEXT', default: '', help: 'Teil eines Namens, einer GKZ oder Nummer' },
    json: { type: 'boolean', help: 'als JSON ausgeben' },
    out: { type: 'string', value: 'DATEI', help: 'in eine Datei schreiben, die es noch nicht gibt' },
    format: formatOption,
    ...actingOption,
  },
  async run({ values, positionals: [id = ''] }, io) {
    const { isStanding, standings } = await import('../field/standing.ts')
    const wanted = values.status ?? []
    const strange = wanted.filter((state) => !isStanding(state))
    if (strange.length > 0)
      throw new UsageError(
        `Den Stand „${strange.join(', ')}“ gibt es nicht. Möglich: ${Object.keys(standings).join(', ')}.`,
      )
    const format = chosenFormat(values.format)
    const { participantsOf } = await import('../field/participants-of.ts')
    const { participantRows, participantsTable } = await import('../field/participants-table.ts')
    const { readListQuery } = await import('../field/list-query.ts')
    const { selectParticipants } = await import('../field/select-participants.ts')
    const { readSnapshot } = await import('../store/panel-answers.ts')
    const { readOrigin } = await import('../export/read-origin.ts')
    const { writeNewFile } = await import('../export/write-new-file.ts')
    await withContext(io, {}, async (context) => {
      const by = await actingAccount(context, values)
      const found = await participantsOf(context, id, by)
      if (found === undefined) throw new InputError(`Die Welle „${id}“ gibt es nicht. „stichtag wave list“ zeigt alle.`)
      const { wave, participants } = found
      const { chosen } = selectParticipants(participants, readListQuery({ suche: values.suche }))
      const some = chosen.filter(({ state }) => wanted.length === 0 || wanted.includes(state))
      if (values.out !== undefined) {
        const { state } = await readSnapshot(context.pool)
        const table = participantsTable(some, wave, await readOrigin(context.pool, [wave], { state }))
        const { rows, files } = await writeNewFile(context.db, table, {
          ...{ format, out: values.out, account: by },
          withScript: isForR(values.format),
        })
        return io.print(`${rows} Teilnehmende stehen in ${files.join(', zu lesen mit ')}.`)
      }
      if (values.json) return io.json(participantRows(some, wave))
      for (const { unit, name, state, progress } of some)
        io.print(
          `${unit} ${name}: ${standings[state]}${progress === undefined ? '' : `, ${progress.filled} von ${progress.total} Feldern`}`,
        )
      io.tell(`${some.length} von ${participants.length} Teilnehmenden.`)
    })
  },
})
