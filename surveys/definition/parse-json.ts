/** What a text says as JSON, or a sentence on why it says nothing. */
export function parseJson(text: string): { document: unknown } | { problem: string } {
  try {
    return { document: JSON.parse(text) }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { problem: `Die Datei ist kein gültiges JSON: ${error.message}` }
  }
}
