import { readFile, writeFile } from 'node:fs/promises'
import { compile } from 'json-schema-to-typescript'

const schema = new URL('questionnaire.schema.json', import.meta.url)
const types = new URL('questionnaire.ts', import.meta.url)

/** The TypeScript types of a questionnaire definition, made from its schema. */
export async function generateTypes(): Promise<string> {
  return compile(JSON.parse(await readFile(schema, 'utf8')), 'Questionnaire', {
    additionalProperties: false,
    bannerComment: '// Made from questionnaire.schema.json by `npm run generate`.',
    style: { semi: false, singleQuote: true, printWidth: 120 },
  })
}

if (process.argv[1] === new URL(import.meta.url).pathname) await writeFile(types, await generateTypes())
