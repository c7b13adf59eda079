import { defineCommand } from './command.ts'
import { changeWaveState } from './wave-state.ts'

export const command = defineCommand({
  name: 'wave open',
  summary: 'Eine Welle öffnen: Zugangscodes gelten, Antworten werden angenommen',
  usage: 'WELLE',
  arguments: { min: 1, max: 1 },
  options: {},
  run: ({ positionals: [wave = ''] }, io) => changeWaveState(io, wave, 'open'),
})
