import { actingOption } from './acting.ts'
import { defineCommand } from './command.ts'
import { changeWaveState } from './wave-state.ts'

export const command = defineCommand({
  name: 'wave open',
  summary: 'Eine Welle öffnen: Zugangscodes gelten, Antworten werden angenommen',
  usage: 'WELLE [--als KONTO]',
  details: [
    'Eine wirkliche Welle öffnet sich erst, wenn feststeht, wer sie betreibt: „stichtag operator check“ sagt, was fehlt.',
  ],
  arguments: { min: 1, max: 1 },
  options: actingOption,
  run: ({ values, positionals: [wave = ''] }, io) => changeWaveState(io, wave, 'open', values),
})
