import t from 'tap'
import { DefinitionError } from '../../../surveys/definition/problem.ts'
import { resolve } from '../../../surveys/definition/resolve.ts'

const shared = {
  alter: [
    { code: 'jung', label: 'jung' },
    { code: 'alt', label: 'alt' },
  ],
}

t.test('a shared list is put in, with the labels that differ', async (t) => {
  const document = {
    questions: [{ items: { shared: 'alter' } }, { items: { shared: 'alter', labels: { alt: 'älter' } } }],
  }
  t.strictSame(resolve(document, shared), {
    questions: [{ items: shared.alter }, { items: [shared.alter[0], { code: 'alt', label: 'älter' }] }],
  })
})

t.test('unknown lists and labels are named with their place', async (t) => {
  const document = {
    a: [{ items: { shared: 'alten' } }],
    b: { shared: 'alter', labels: { uralt: 'x' } },
    c: { shared: 'toString' },
  }
  try {
    resolve(document, shared)
    t.fail('is refused')
  } catch (error) {
    t.ok(error instanceof DefinitionError)
    t.strictSame(
      (error as DefinitionError).problems.map(({ path }) => path),
      ['/a/0/items/shared', '/b/labels/uralt', '/c/shared'],
    )
  }
})
