/** What somebody does who follows a page of instructions: runs a line, or changes lines of a file. */
export type GuideStep =
  | { line: string /** It ends with 1, as the page says. */; refuses: boolean }
  | { file: string; from: string; to: string }

/** The steps of a page in their order: its commands, and its changes to the file that was named last. */
export function stepsOf(guide: string): GuideStep[] {
  let file = ''
  return [...guide.matchAll(/^In `([^`]+)`:$|^```(sh|diff)\n(.*?)^```$/gms)].flatMap(
    ([, named, kind, block = '']): GuideStep[] => {
      file = named ?? file
      if (kind === 'sh') return commandsOf(block)
      return kind === 'diff' ? [{ file, ...changeOf(block) }] : []
    },
  )
}

function commandsOf(block: string): GuideStep[] {
  return block.split('\n').flatMap((written) => {
    const [line = '', remark = ''] = written.split('#').map((part) => part.trim())
    return line.startsWith('npx stichtag ') ? [{ line, refuses: remark === 'refuses' }] : []
  })
}

/** What stood there, and what shall stand there. */
function changeOf(block: string): { from: string; to: string } {
  const without = (sign: string) =>
    block
      .trimEnd()
      .split('\n')
      .filter((line) => !line.startsWith(sign))
      .map((line) => line.slice(1))
      .join('\n')
  return { from: without('+'), to: without('-') }
}
