import { readFile, writeFile } from 'node:fs/promises'
import { compile } from 'json-schema-to-typescript'

/** Every schema, with the name of the type that stands for the whole document. */
export const schemas = {
  questionnaire: 'Questionnaire',
  indicators: 'Indicators',
  mapping: 'Mapping',
  concordance: 'Concordance',
  derived: 'DerivedVariables',
  labels: 'SurveyLabels',
  regions: 'RegionsDefinition',
  terms: 'Glossary',
  preparation: 'SurveyPreparation',
  counting: 'CountingDefinition',
  'way-up': 'WayUp',
  operator: 'Operator',
  kreisbericht: 'KreisFacts',
  annex: 'AnnexPlan',
}

/** The TypeScript types of a document, made from its schema. */
export async function generateTypes(name: keyof typeof schemas): Promise<string> {
  const schema = new URL(`${name}.schema.json`, import.meta.url)
  return compile(JSON.parse(await readFile(schema, 'utf8')), schemas[name], {
    additionalProperties: false,
    cwd: import.meta.dirname,
    bannerComment: `// Made from ${name}.schema.json by \`npm run generate\`.`,
    style: { semi: false, singleQuote: true, printWidth: 120 },
  })
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  for (const name of Object.keys(schemas) as (keyof typeof schemas)[]) {
    await writeFile(new URL(`${name}.ts`, import.meta.url), await generateTypes(name))
  }
}
