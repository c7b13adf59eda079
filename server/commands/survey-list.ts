import { defineCommand } from './command.ts'

export const command = defineCommand({
  name: 'survey list',
  summary: 'Fragebogen auflisten',
  usage: '[--json]',
  options: { json: { type: 'boolean', help: 'als JSON ausgeben' } },
  async run({ values }, io) {
    const { listSurveys } = await import('../../surveys/definition/list-surveys.ts')
    const surveys = await listSurveys()
    if (values.json) io.json(surveys)
    else {
      for (const { id, version, title, published } of surveys) {
        io.print(`${id.padEnd(12)} ${version.padEnd(8)} ${published ? 'veröffentlicht' : 'Entwurf       '}  ${title}`)
      }
    }
  },
})
